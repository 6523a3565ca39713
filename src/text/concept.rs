//! Words for the notions of the plan and the engine that are not levers.

use super::{Text, words};
use crate::engine::outcome::{Origin, Test};
use crate::plan::Plan;
use crate::plan::indicator::{Qualifier, Role};
use crate::plan::project::{Profile, Stage, Status};
use crate::plan::provenance::Provenance;
use crate::plan::tier::TierMode;

impl Text {
    /// The badge that says where a number comes from.
    #[must_use]
    pub fn provenance(self, provenance: Provenance) -> &'static str {
        self.pick(match provenance {
            Provenance::Stated => words("原文", "stated"),
            Provenance::Derived => words("推算", "derived"),
            Provenance::Source => words("来源", "source"),
            Provenance::Assumption => words("假设", "assumed"),
            Provenance::User => words("自填", "yours"),
        })
    }

    /// What the badge means.
    #[must_use]
    pub fn provenance_help(self, provenance: Provenance) -> &'static str {
        self.pick(match provenance {
            Provenance::Stated => {
                words("计划文件中写明的数。", "The plan document itself states this number.")
            }
            Provenance::Derived => words(
                "由文件中的数推算得出，未另加假设。",
                "Follows by arithmetic from numbers the document states.",
            ),
            Provenance::Source => words(
                "取自公开资料，出处见说明。",
                "Taken from a public source, named in the note.",
            ),
            Provenance::Assumption => words(
                "暂用的假设，不是统计数据，请换成本地掌握的数。",
                "A working assumption, not a statistic. Replace it with what you know locally.",
            ),
            Provenance::User => words("由使用者填写。", "Entered by the person at the screen."),
        })
    }

    /// How far a project has come.
    #[must_use]
    pub fn stage(self, stage: Stage) -> &'static str {
        self.pick(match stage {
            Stage::Reserve => words("谋划储备", "In reserve"),
            Stage::Starting => words("年内新开工", "Starts this year"),
            Stage::Building => words("续建", "Under construction"),
            Stage::Operating => words("投产爬坡", "Ramping up"),
            Stage::Full => words("达产", "Full output"),
        })
    }

    /// What becomes of a project in the scenario.
    #[must_use]
    pub fn status(self, status: Status) -> &'static str {
        self.pick(match status {
            Status::On => words("启用", "Counted"),
            Status::Off => words("不计入", "Left out"),
            Status::Cancelled => words("取消", "Cancelled"),
        })
    }

    /// What the choice does to the result.
    #[must_use]
    pub fn status_help(self, status: Status) -> &'static str {
        self.pick(match status {
            Status::On => words("按计划实施，计入测算。", "Goes ahead and counts in the result."),
            Status::Off => words(
                "当作基准中从来没有这个项目，结果不增也不减。",
                "As if the baseline had never known it: nothing is added, nothing is lost.",
            ),
            Status::Cancelled => words(
                "基准中已含的部分随之失去，结果会下降。",
                "What the baseline counted on is lost, so the result falls.",
            ),
        })
    }

    /// How the money of a project is laid out over time.
    #[must_use]
    pub fn profile(self, profile: &Profile) -> &'static str {
        self.pick(match profile {
            Profile::SCurve { .. } => words("S 形曲线", "S-curve"),
            Profile::Annual { .. } => words("分年度计划", "By annual plan"),
            Profile::Explicit { .. } => words("分季度金额", "Amounts by quarter"),
        })
    }

    /// Which tests a tier uses.
    #[must_use]
    pub fn tier_mode(self, mode: TierMode) -> &'static str {
        self.pick(match mode {
            TierMode::Both => words("增速和总量都要达到", "Growth and level"),
            TierMode::Growth => words("只看增速", "Growth only"),
            TierMode::Level => words("只看总量", "Level only"),
            TierMode::Any => words("增速、总量达到其一", "Growth or level"),
        })
    }

    /// The name of a test with its price basis.
    #[must_use]
    pub fn test(self, test: Test) -> &'static str {
        self.pick(match test {
            Test::Growth => words("增速（可比价）", "Growth (constant prices)"),
            Test::Level => words("总量（现价）", "Level (current prices)"),
        })
    }

    /// How a stated number binds.
    #[must_use]
    pub fn qualifier(self, qualifier: Qualifier) -> &'static str {
        self.pick(match qualifier {
            Qualifier::Exact => words("等于", "exactly"),
            Qualifier::AtLeast => words("以上", "at least"),
            Qualifier::MoreThan => words("超过", "more than"),
            Qualifier::Strive => words("力争", "striving for"),
        })
    }

    /// What a stated number is used for.
    #[must_use]
    pub fn role(self, role: Role) -> &'static str {
        self.pick(match role {
            Role::Tier => words("目标档次", "GDP tier"),
            Role::Portfolio => words("进入项目库", "Feeds the projects"),
            Role::Funding => words("项目资金", "Funds the projects"),
            Role::Initiative => words("专项举措", "Feeds an initiative"),
            Role::Indicator => words("核对用", "Cross-check"),
            Role::Supply => words("产能参考", "Capacity, for reference"),
            Role::Scorecard => words("只跟踪进度", "Tracked only"),
        })
    }

    /// What a row of the contribution table comes from, by name.
    #[must_use]
    pub fn origin(self, plan: &Plan, origin: Origin) -> String {
        let project = |index: usize| plan.projects.get(index).map_or("", |p| self.name(&p.name));
        match origin {
            Origin::Baseline => self.origin_baseline().to_owned(),
            Origin::ChangedGrowth => self.origin_changed_growth().to_owned(),
            Origin::Construction(index) => self.origin_construction(project(index)),
            Origin::Operation(index) => self.origin_operation(project(index)),
            Origin::Initiative(index) => {
                plan.initiatives.get(index).map_or("", |i| self.name(&i.name)).to_owned()
            }
            Origin::ActualLessModel => self.origin_actual_less_model().to_owned(),
        }
    }

    /// What a row of the contribution table means.
    #[must_use]
    pub fn origin_help(self, origin: Origin) -> &'static str {
        self.pick(match origin {
            Origin::Baseline => words(
                "各行业按计划增速增长，项目和举措不额外发力。",
                "Every industry grows as planned; projects and initiatives add nothing of their own.",
            ),
            Origin::ChangedGrowth => words(
                "本情景改动行业增速带来的变化。",
                "What this scenario changes in the growth of industries.",
            ),
            Origin::Construction(_) => words(
                "建设期完成投资在本地形成的增加值，只计基准以外的部分。",
                "Local value added from building it, beyond what the baseline already contains.",
            ),
            Origin::Operation(_) => words(
                "投产后新增的增加值，只计基准以外的部分。",
                "Value added once in service, beyond what the baseline already contains.",
            ),
            Origin::Initiative(_) => words(
                "交易额中真正新增、且留在本地的增加值。",
                "The part of its turnover that is new and stays here as value added.",
            ),
            Origin::ActualLessModel => words(
                "已公布季度的实际数与模型测算的差额，单列以保证各行之和等于增速。",
                "Published quarters less what the model gives, kept apart so that the rows add up to growth.",
            ),
        })
    }
}
