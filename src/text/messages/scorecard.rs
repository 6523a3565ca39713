//! The goals of the document: what was promised, how far it is, and what the model says beside it.

super::messages! {
    scorecard_title: zh "目标清单", en "Goals of the document";
    as_of: zh "截至", en "As of the end of";
    as_of_help(quarter, elapsed): zh "按{quarter}末、时间过去{elapsed}判断快慢", en "Pace is judged at the end of {quarter}, with {elapsed} of the year gone";
    filter_quantity: zh "五量", en "Quantity";
    filter_role: zh "用途", en "Use";
    filter_standing: zh "进度", en "Progress";
    filter_every: zh "全部", en "All";
    filter_of(name, count): zh "{name}（{count}）", en "{name} ({count})";
    goals_shown(shown, all): zh "显示{shown}项，共{all}项", en "{shown} of {all} shown";
    goals_none_fit: zh "没有符合条件的目标", en "No goal fits these filters";
    goals_none_in_quantity: zh "原文在这一条下没有数字目标。", en "The document states no number under this heading.";
    tally_some(goals, reported, done, behind): zh "{goals}项中已填{reported}，完成{done}，落后{behind}", en "{reported} of {goals} reported, {done} done, {behind} behind";
    tally_none(goals): zh "{goals}项，还没有填完成数", en "{goals} goals, none reported yet";
    standing_unreported: zh "未填报", en "Not reported";
    standing_behind: zh "慢于进度", en "Behind";
    standing_on_pace: zh "与进度持平", en "On pace";
    standing_ahead: zh "快于进度", en "Ahead";
    standing_short: zh "未达到", en "Not there yet";
    standing_done: zh "已完成", en "Done";
    standing_says(standing, done): zh "{standing} · {done}", en "{standing} · {done}";
    goal_phrase(phrase): zh "“{phrase}”", en "“{phrase}”";
    progress_of(goal): zh "{goal}：完成数", en "{goal}: done so far";
    progress_kept(value): zh "仍按{value}记录。", en "{value} is kept.";
    progress_kept_none: zh "仍记为未填报。", en "It stays unreported.";
    progress_negative: zh "完成数不能小于 0。", en "What is done cannot be below 0.";
    progress_no_gdp: zh "这里填的数只用来跟踪，任何一项都不改变 GDP 测算。", en "What is typed here is tracked only. None of it changes the GDP computed.";
    column_goal: zh "目标", en "Goal";
    column_done: zh "完成数", en "Done";
    column_pace: zh "进度", en "Pace";
    column_use: zh "用途与测算", en "Use, and the model's figure";
    model_growth(growth): zh "本情景{growth}", en "{growth} in this scenario";
    model_level(level): zh "本情景{level}", en "{level} in this scenario";
    model_count(count): zh "项目库记{count}", en "{count} in the project list";
    model_total(total, executed): zh "项目库记{total}；今年完成{executed}", en "{total} in the project list; {executed} spent this year";
    model_funds(need): zh "本情景需要其中{need}；这是资金来源，不另加投资", en "{need} of it needed in this scenario; it pays for spending, it adds none";
    model_turnover(turnover, value_added): zh "本情景交易额{turnover}，新增增加值{value_added}", en "Turnover {turnover} in this scenario, {value_added} of it new value added";
    model_sales(industry, value_added): zh "{industry}增加值{value_added}，只作核对", en "Value added of {industry} {value_added}; a check only";
    model_jobs(jobs): zh "项目和举措带来{jobs}，只作比较", en "{jobs} from projects and initiatives; a comparison only";
    goto_goals: zh "看各档目标", en "See the tiers";
    goto_projects: zh "看项目", en "See the projects";
    goto_lever: zh "去调整", en "Go to the lever";
    goto_of(way, goal): zh "{way}：{goal}", en "{way}: {goal}";
}
