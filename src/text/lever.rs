//! Words for levers: group, name, help, and the name of one instance.

use super::{Text, Words, words};
use crate::plan::Plan;
use crate::plan::lever::{Group, Kind, Lever, LeverSpec, Scope};

impl Text {
    /// The heading of a group of levers.
    #[must_use]
    pub fn group(self, group: Group) -> &'static str {
        self.pick(match group {
            Group::Growth => words("增长假设", "Growth"),
            Group::Prices => words("价格", "Prices"),
            Group::Investment => words("投资与项目", "Investment and projects"),
            Group::Effects => words("带动效应", "Local effect"),
            Group::Initiatives => words("专项举措", "Initiatives"),
            Group::Goals => words("基数与目标", "Base and tiers"),
        })
    }

    /// What the levers of a group have in common.
    #[must_use]
    pub fn group_help(self, group: Group) -> &'static str {
        self.pick(match group {
            Group::Growth => {
                words("各行业增加值增速，可比价", "Value added by industry, constant prices")
            }
            Group::Prices => words("只影响现价总量，不影响增速", "Move the level, not real growth"),
            Group::Investment => {
                words("资金到位、开工和执行的快慢", "How fast money arrives and projects move")
            }
            Group::Effects => words(
                "投资有多少成为本地新增的增加值",
                "What spending leaves here as new value added",
            ),
            Group::Initiatives => {
                words("展会、夜间经济等以交易额计的举措", "Exhibitions, night economy: by turnover")
            }
            Group::Goals => words("上年基数和各档目标", "Last year's GDP and the goals"),
        })
    }

    /// The name of a kind of lever.
    #[must_use]
    pub fn lever_kind(self, kind: Kind) -> &'static str {
        self.pick(label(kind))
    }

    /// The heading over levers of one kind that stand folded away.
    #[must_use]
    pub fn lever_aside(self, kind: Kind) -> &'static str {
        match kind {
            Kind::DriverGrowth => self.basic_indicators(),
            Kind::Price => self.prices_by_industry(),
            kind => self.lever_kind(kind),
        }
    }

    /// One line on what a kind of lever does.
    #[must_use]
    pub fn lever_help(self, kind: Kind) -> &'static str {
        self.pick(help(kind))
    }

    /// The name of a lever within its group: an industry's name where the group says the rest.
    #[must_use]
    pub fn lever_row(self, plan: &Plan, lever: Lever) -> String {
        match (lever.kind, lever.kind.scope()) {
            (Kind::Growth, _) => self.lever_item(plan, lever).to_owned(),
            (kind, Scope::Plan | Scope::Year) => self.lever_kind(kind).to_owned(),
            _ => self.lever_of(self.lever_item(plan, lever), self.lever_kind(lever.kind)),
        }
    }

    /// The full name of a lever, for undo, comparison, announcements and reports.
    ///
    /// A year is named only where it is not the plan's year.
    #[must_use]
    pub fn lever_name(self, plan: &Plan, lever: Lever) -> String {
        let name = match lever.kind.scope() {
            Scope::Plan | Scope::Year => self.lever_kind(lever.kind).to_owned(),
            _ => self.lever_of(self.lever_item(plan, lever), self.lever_kind(lever.kind)),
        };
        let by_year = matches!(lever.kind.scope(), Scope::Year | Scope::IndustryYear);
        if by_year && lever.year != plan.year {
            self.lever_in_year(name, self.year(lever.year))
        } else {
            name
        }
    }

    /// The step in the undo list for a lever that was moved: `批发和零售业增速 6.0 → 6.5 %`.
    #[must_use]
    pub fn lever_moved(self, plan: &Plan, spec: &LeverSpec, from: f64, to: f64) -> String {
        let name = self.lever_name(plan, spec.lever);
        self.moved(name, self.lever_number_said(spec, from), self.lever_value(spec, to))
    }

    /// A lever's value for a screen reader: value, default and distance.
    #[must_use]
    pub fn lever_spoken(self, spec: &LeverSpec, value: f64) -> String {
        let (now, default) = (self.lever_value(spec, value), self.lever_value(spec, spec.default));
        if now == default {
            self.value_at_default(now)
        } else {
            self.value_off_default(now, default, self.lever_change(spec, spec.default, value))
        }
    }

    /// The industry, indicator, initiative or tier that a lever belongs to.
    fn lever_item(self, plan: &Plan, lever: Lever) -> &str {
        let industry = plan.industries.get(lever.item);
        let label = match lever.kind.scope() {
            Scope::Plan | Scope::Year => None,
            Scope::IndustryYear => industry.map(|industry| &industry.name),
            Scope::Driver => industry
                .and_then(|industry| industry.drivers.get(lever.driver))
                .map(|driver| &driver.name),
            Scope::Initiative => plan.initiatives.get(lever.item).map(|item| &item.name),
            Scope::Tier => plan.tiers.get(lever.item).map(|item| &item.name),
            Scope::Project => plan.projects.get(lever.item).map(|item| &item.name),
        };
        label.map_or("", |label| self.name(label))
    }
}

fn label(kind: Kind) -> Words {
    match kind {
        Kind::CommonGrowth => words("各行业共同上调", "All industries together"),
        Kind::Growth => words("增速", "growth"),
        Kind::DriverGrowth => words("增速", "growth"),
        Kind::CommonPrice => words("价格共同上调", "All prices together"),
        Kind::Price => words("平减指数涨幅", "price rise"),
        Kind::InvestmentPrice => words("投资价格涨幅", "Investment price rise"),
        Kind::Execution => words("季度执行率", "Quarterly execution rate"),
        Kind::AnnualShare => words("年度计划占总投资比重", "Annual plan as part of total"),
        Kind::ReserveStart => words("今年提前开工的储备", "Reserve started this year"),
        Kind::Slip => words("开工推迟", "Late start"),
        Kind::Delay => words("开工早晚", "Start against plan"),
        Kind::Size => words("规模", "Size"),
        Kind::Award => words("申请资金到位率", "Award rate of funds applied for"),
        Kind::Applied => words("依赖申请资金的比重", "Part that waits for funds"),
        Kind::Backfill => words("缺口自筹比重", "Shortfall made up elsewhere"),
        Kind::DurationOverrun => words("工期超期", "Longer works"),
        Kind::CostOverrun => words("投资超概算", "Cost overrun"),
        Kind::OverrunPrice => words("超概算中的涨价部分", "Price part of cost overrun"),
        Kind::AdditionalityBuilding => {
            words("续建项目新增系数", "Additionality, under construction")
        }
        Kind::AdditionalityStarting => words("新开工项目新增系数", "Additionality, new starts"),
        Kind::AdditionalityReserve => words("储备项目新增系数", "Additionality, reserve"),
        Kind::ConstructionDisplacement => words("施工替代率", "Displacement in construction"),
        Kind::OperationDisplacement => words("经营替代率", "Displacement in operation"),
        Kind::CrowdingOut => words("挤出率", "Crowding out"),
        Kind::MultiplierScale => words("本地乘数系数", "Scale of local multipliers"),
        Kind::Capture => words("建筑业统计系数", "Capture by construction statistics"),
        Kind::Icor => words("资本产出比", "Capital–output ratio"),
        Kind::Ramp => words("达产时间", "Time to full output"),
        Kind::Turnover => words("交易额", "turnover"),
        Kind::ValueAddedRate => words("增加值率", "value-added rate"),
        Kind::InitiativeAdditionality => words("新增系数", "additionality"),
        Kind::InitiativeDisplacement => words("替代率", "displacement"),
        Kind::BaseGdp => words("上年 GDP 基数", "Base-year GDP"),
        Kind::TierGrowth => words("增速", "growth"),
        Kind::TierLevel => words("总量", "level"),
    }
}

fn help(kind: Kind) -> Words {
    match kind {
        Kind::CommonGrowth => words(
            "在各行业各自的增速上同时加这么多。",
            "Added to the growth of every industry at once.",
        ),
        Kind::Growth => words(
            "不靠项目和举措，这个行业当年增长多少（可比价）。",
            "How much the industry grows this year without projects and initiatives, constant prices.",
        ),
        Kind::DriverGrowth => words(
            "基础指标的增速；偏离计划时，按弹性带动所属行业。",
            "Growth of a basic indicator; a departure from plan moves its industry by the elasticity.",
        ),
        Kind::CommonPrice => words(
            "在各行业价格涨幅上同时加这么多，只改变现价总量。",
            "Added to every industry's price rise at once; moves the current-price level only.",
        ),
        Kind::Price => words(
            "行业增加值平减指数的涨幅，只改变现价总量。",
            "Rise of the industry's deflator; moves the current-price level only.",
        ),
        Kind::InvestmentPrice => words(
            "同样的钱办多少事：涨得越多，完成的实物量越少。",
            "What a yuan of investment buys: the faster prices rise, the less work is done.",
        ),
        Kind::Execution => words(
            "每季度可用资金（含上季结转）中实际花出去的比例。",
            "Part of the money at hand each quarter, carry-over included, that is spent.",
        ),
        Kind::AnnualShare => words(
            "年度项目总投资是整个建设期的，这里定今年安排多少。",
            "Totals cover the whole life of the projects; this sets what is planned for one year.",
        ),
        Kind::ReserveStart => words(
            "储备项目按投资额计，有多大比例今年就开工。",
            "Part of the reserve list, by value, that breaks ground this year.",
        ),
        Kind::Delay => words(
            "比计划晚几个季度开工；负数是提前。",
            "How many quarters later than planned it starts; a negative number is earlier.",
        ),
        Kind::Size => words(
            "实际实施的规模占计划总投资的比例。",
            "How much of the planned total is carried out.",
        ),
        Kind::Slip => words(
            "尚未开工的项目比计划晚多久动工。",
            "How much later than planned the projects still to start break ground.",
        ),
        Kind::Award => words(
            "申请的中央预算内投资和专项债券，批下来的比例。",
            "Part of the central-budget and bond money applied for that is granted.",
        ),
        Kind::Applied => words(
            "项目支出中要等申请资金批复才能用的比例。",
            "Part of project spending that cannot go ahead until the money applied for arrives.",
        ),
        Kind::Backfill => words(
            "没批下来的资金，能从别处补上多少。",
            "Part of the money not granted that is found elsewhere.",
        ),
        Kind::DurationOverrun => words(
            "工期比计划长多少；同样的投资会摊到更长时间。",
            "How much longer works take than planned; the same money is spread over more time.",
        ),
        Kind::CostOverrun => words(
            "投资比概算多多少；多花的钱不一定是多干的活。",
            "How much more works cost than planned; more money is not always more work.",
        ),
        Kind::OverrunPrice => words(
            "超出的投资里，有多少只是涨价，并没有多干活。",
            "Part of the overrun that is dearer work and not more work.",
        ),
        Kind::AdditionalityBuilding => words(
            "续建项目的作用有多少不在基准增速里。续建通常大多已在其中。",
            "Part of the effect not already in the baseline; for continuing works most of it is.",
        ),
        Kind::AdditionalityStarting => words(
            "年内新开工项目的作用，有多少不在基准增速里。",
            "Part of the effect of this year's new starts that is not already in the baseline.",
        ),
        Kind::AdditionalityReserve => words(
            "储备项目提前开工，有多少是原本不会有的增量。",
            "Part of the effect of reserve projects brought forward that would not have come anyway.",
        ),
        Kind::ConstructionDisplacement => words(
            "施工中只是顶替了本地其他工程的部分。",
            "Part of construction that only takes the place of other local construction.",
        ),
        Kind::OperationDisplacement => words(
            "投产后只是抢走本地其他企业生意的部分。",
            "Part of the new business that is only taken from other local firms.",
        ),
        Kind::CrowdingOut => words(
            "项目占用资金和人手，使其他支出减少的比例。",
            "Part of project spending that makes other spending fall.",
        ),
        Kind::MultiplierScale => words(
            "每元投资在本地形成增加值的倍率，1 为默认乘数表。",
            "Scales local value added per yuan of spending; 1 is the plan's own table.",
        ),
        Kind::Capture => words(
            "建设形成的增加值中，被本地建筑业统计反映的比例。",
            "Part of value added on site that local construction statistics show.",
        ),
        Kind::Icor => words(
            "投产后每新增 1 元年增加值需要多少投资。",
            "Yuan of capital behind each yuan of annual value added once in service.",
        ),
        Kind::Ramp => words("从投产到满负荷要多久。", "Time from commissioning to full output."),
        Kind::Turnover => words(
            "计划年度的交易额；交易额不是增加值。",
            "Turnover in the plan year; turnover is not value added.",
        ),
        Kind::ValueAddedRate => words(
            "每元交易额中本地增加值所占的比例。",
            "Local value added in each yuan of turnover.",
        ),
        Kind::InitiativeAdditionality => words(
            "没有这项举措就不会发生的交易所占的比例。",
            "Part of the turnover that would not have happened anyway.",
        ),
        Kind::InitiativeDisplacement => words(
            "只是从本地其他商家转来的交易所占的比例。",
            "Part of the turnover that is only taken from other local business.",
        ),
        Kind::BaseGdp => words(
            "上年 GDP，现价。请以统计部门核定数为准。",
            "GDP of the base year at current prices. The statistics office has the final word.",
        ),
        Kind::TierGrowth => words(
            "这一档要求的实际增速（可比价）。",
            "Real growth that the tier asks for, constant prices.",
        ),
        Kind::TierLevel => {
            words("这一档要求的总量（现价）。", "Level that the tier asks for, current prices.")
        }
    }
}
