//! Starting, failing, and keeping things.

super::messages! {
    starting: zh "正在启动", en "Starting";
    start_failed: zh "没能启动", en "It did not start";
    start_failed_help: zh "请刷新页面；仍不行请换用最近两年的 Edge、Chrome、Firefox 或 Safari。", en "Reload the page. If that does not help, use Edge, Chrome, Firefox or Safari from the last two years.";
    browser_too_old: zh "浏览器版本过低，无法在本机计算。", en "This browser is too old to compute on this device.";
    seeds_broken: zh "内置的计划数据有误，无法打开。", en "The plan that ships with the product is damaged and cannot be opened.";
    failed: zh "程序出错了", en "Something went wrong";
    failed_kept: zh "您的改动已保存在本机，刷新后可继续。", en "Your changes are kept on this device. Reload to go on.";
    failed_not_kept: zh "改动可能没有保存，请先复制下面的内容。", en "Your changes may not be kept. Copy the text below first.";
    reload: zh "刷新", en "Reload";
    start_afresh: zh "不带上次的改动重新开始", en "Start without the last changes";
    technical_details: zh "技术细节", en "Technical details";
    restored: zh "已恢复上次的情景", en "Your last scenario is back";
    restored_partly[count]: zh "已恢复上次的情景，有{count}项在当前计划中已不存在", en "Your last scenario is back; {count} settings no longer exist in this plan", one "Your last scenario is back; {count} setting no longer exists in this plan";
    not_restored: zh "上次的情景读不出来，已按计划开始；原内容保留未动。", en "Your last scenario could not be read. You start from the plan; the old content is untouched.";
    storage_unavailable: zh "浏览器不允许保存，关闭页面后改动会丢失。", en "The browser does not allow saving. Changes are lost when the page closes.";
    storage_full: zh "本机空间已满，改动没有保存。", en "Storage on this device is full. Changes are not saved.";
    link_copied: zh "链接已复制，对方打开就能看到这个情景。", en "The link is copied; whoever opens it sees this very scenario.";
    unanswered_not_there: zh "测算程序没有启动，可能性与研判暂缺；其余照常。", en "The program for odds and searches did not start, so they are missing; all else works.";
    unanswered_stopped: zh "这次测算中途停下，改动后会重新计算。", en "This computation stopped midway; it starts anew with the next change.";
    unanswered_declined: zh "本计划里没有所问的内容。", en "The plan has nothing that this question is about.";
    offline: zh "离线可用", en "Works offline";
    update_ready: zh "有新版本，刷新后生效", en "A new version is ready; reload to use it";
}
