//! The page that holds scenarios side by side.

super::messages! {
    compare_page: zh "情景对比", en "Scenarios side by side";
    compare_help: zh "最多四个情景并排，都与 A 相比。屏幕上的情景随拖动即时变化。", en "Up to four scenarios side by side, all counted from A. The one on the screen moves as you drag.";
    compare_column(letter): zh "情景 {letter}", en "Scenario {letter}";
    compare_add: zh "再加一个", en "Add one more";
    compare_none_left: zh "没有别的情景可加。在情景库里复制一份，或在历程里给某一步起名，就能拿来对比。", en "There is nothing else to add. Copy the scenario in the list of scenarios, or name a step, and it can be compared.";
    compare_remove(letter): zh "移出情景 {letter}", en "Remove scenario {letter}";
    compare_now: zh "屏幕上的情景", en "On the screen now";
    compare_now_named(name): zh "屏幕上：{name}", en "On the screen: {name}";
    compare_kept(name, time): zh "{name}（{time} 保存）", en "{name} (saved {time})";
    compare_step(name): zh "历程：{name}", en "Step: {name}";
    compare_reading: zh "正在读取……", en "Reading…";
    compare_lost: zh "这个情景读不出来，或属于另一份计划，不能放在一起比。", en "This scenario cannot be read, or belongs to another plan, and cannot be compared.";
    compare_gap_axis(unit): zh "距各档还差（−）或有余（+），{unit}，按决定成败的那项标准；实心为达到，空心为未达到", en "Short of each tier (−) or beyond it (+), {unit}, by the test that decides; solid is reached, hollow is not";
    compare_chart: zh "各情景离各档目标还有多远", en "How far each scenario is from each tier";
    compare_zero: zh "达到", en "reached";
    compare_results: zh "结果", en "Results";
    compare_inputs: zh "不同的假设", en "Inputs that differ";
    compare_same_inputs: zh "假设完全相同。", en "All inputs are the same.";
    compare_same: zh "同 A", en "Same as A";
    compare_worth_note: zh "小字是这一处差别值多少：它使 GDP 和增速比 A 多或少多少；各处相加，恰好等于两个情景的总差别。", en "In small print what each difference is worth: by how much it moves GDP and growth away from A. The parts add up to the whole exactly.";
    compare_sampled: zh "差别多，抽取了部分先后次序求平均，仍恰好加总。", en "With so many differences some orders were drawn; the parts still add up.";
    compare_total: zh "合计（与 A 的差）", en "Total (against A)";
    compare_worth(money, points): zh "{money} · {points}", en "{money} · {points}";
    compare_of(letter, count, total): zh "情景 {letter}（{count}/{total}）", en "Scenario {letter} ({count} of {total})";
    compare_previous: zh "上一个情景", en "Previous scenario";
    compare_next: zh "下一个情景", en "Next scenario";
    compare_all_rows(count): zh "显示全部 {count} 处", en "Show all {count}";
    thing_start(project): zh "{project}：开工", en "{project}: start";
    thing_size(project): zh "{project}：规模", en "{project}: size";
    thing_mode(tier): zh "{tier}：达到的标准", en "{tier}: what counts as reached";
    thing_rounding: zh "按公布口径判断", en "Judge as published";
    thing_induced: zh "居民消费的带动", en "Spending of new income";
    thing_actual(place): zh "{place}实际数", en "{place}, actual";
    thing_progress(goal): zh "{goal}完成数", en "{goal}, done";
    switched_on: zh "是", en "Yes";
    switched_off: zh "否", en "No";
}
