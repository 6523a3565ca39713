//! Minutes of a sitting, and marking steps as decided.

super::messages! {
    minutes: zh "会议纪要", en "Minutes";
    minutes_of(name): zh "会议纪要：{name}", en "Minutes: {name}";
    minutes_help: zh "照历程自动写成。定下来的步骤打勾，会记入“已定事项”，刷新后仍在。", en "Written from the steps taken. Tick a step that was decided: it is listed as such, and stays through a reload.";
    minutes_decided: zh "已定事项", en "Decided";
    minutes_none_decided: zh "没有标记为已定的步骤。", en "No step is marked as decided.";
    minutes_walked: zh "推演过程", en "Steps taken";
    minutes_none: zh "还没有改动。", en "Nothing has been changed yet.";
    minutes_tried: zh "试过、未采用", en "Tried and left";
    minutes_none_tried: zh "没有试过又放下的做法。", en "Nothing was tried and left.";
    minutes_time: zh "时间", en "Time";
    minutes_span(from, to): zh "{from} 至 {to}", en "{from} to {to}";
    minutes_written: zh "成文", en "Written";
    minutes_number: zh "序号", en "No.";
    minutes_when: zh "时刻", en "Time of day";
    minutes_change: zh "改动", en "Change";
    minutes_gdp: zh "GDP：变化 → 结果", en "GDP: change → result";
    minutes_growth: zh "增速，个百分点：变化 → 结果", en "Growth, pp: change → result";
    minutes_effect(change, result): zh "{change} → {result}", en "{change} → {result}";
    minutes_after(number): zh "第 {number} 步之后", en "after no. {number}";
    minutes_more(count): zh "另有 {count} 处", en "{count} more";
    minutes_effects: zh "每一步的影响，是与它之前相比；GDP 按现价，增速按可比价。", en "Each effect is against the step before. GDP at current prices, growth at constant prices.";
    minutes_html: zh "存为网页（可用 Word、WPS 打开）", en "Save as HTML (opens in Word)";
    minutes_markdown: zh "存为 Markdown", en "Save as Markdown";
    decided: zh "已定", en "Decided";
    decide_step(number): zh "第 {number} 步已定", en "No. {number} is decided";
    decide_tried: zh "这一步已定", en "This step is decided";
    stamp_fingerprint: zh "情景指纹", en "Fingerprint";
    stamp_version: zh "程序版本", en "Program version";
}
