//! The column `link` of `indicators.csv`: which figure of the model a goal is held against.

use super::problem::{ProblemKind, Thing};
use super::row::Row;
use crate::plan::indicator::Role;
use crate::plan::link::{Link, ProjectList};

/// The column.
const COLUMN: &str = "link";

/// The links that exist.
const FORMS: [&str; 8] = [
    "tier.<id>.growth",
    "tier.<id>.level",
    "projects.<all|annual|reserve>.count",
    "projects.<all|annual|reserve>.total",
    "funds",
    "initiative.<id>",
    "sales.<industry>",
    "jobs",
];

/// Words for the lists of projects.
const LISTS: [(&str, ProjectList); 3] =
    [("all", ProjectList::All), ("annual", ProjectList::Annual), ("reserve", ProjectList::Reserve)];

/// Reads the link of a goal with this role; a faulty one is noted.
///
/// A role allows only links of its own sort: what is merely tracked has none, so that nothing of the
/// model can ever be held against it or computed from it.
pub(super) fn read(row: &Row, role: Option<Role>) -> Option<Link> {
    let field = row.field(COLUMN)?;
    let link = match field.split('.').collect::<Vec<_>>()[..] {
        ["tier", id, "growth"] => row.position(COLUMN, Thing::Tier, id).map(Link::TierGrowth),
        ["tier", id, "level"] => row.position(COLUMN, Thing::Tier, id).map(Link::TierLevel),
        ["projects", list, "count"] => listed(row, list).map(Link::ProjectCount),
        ["projects", list, "total"] => listed(row, list).map(Link::ProjectTotal),
        ["funds"] => Some(Link::Funds),
        ["initiative", id] => row.position(COLUMN, Thing::Initiative, id).map(Link::Turnover),
        ["sales", id] => row.position(COLUMN, Thing::Industry, id).map(Link::Sales),
        ["jobs"] => Some(Link::Jobs),
        _ => {
            no_such(row, field);
            None
        }
    }?;
    if role.is_some_and(|role| role != link.role()) {
        row.note(Some(COLUMN), field, ProblemKind::OutOfPlace { decided_by: "role".into() });
    }
    let unit = row.field("unit_zh");
    if let (Some(wanted), Some(unit)) = (link.unit(), unit)
        && wanted != unit
    {
        row.note(Some("unit_zh"), unit, ProblemKind::NotOneOf { allowed: vec![wanted.into()] });
    }
    Some(link)
}

fn listed(row: &Row, word: &str) -> Option<ProjectList> {
    let found = LISTS.iter().find(|(list, _)| *list == word);
    if found.is_none() {
        no_such(row, word);
    }
    found.map(|&(_, list)| list)
}

fn no_such(row: &Row, found: &str) {
    row.note(
        Some(COLUMN),
        found,
        ProblemKind::NotOneOf { allowed: FORMS.map(Into::into).to_vec() },
    );
}

#[cfg(test)]
mod tests {
    use crate::plan::link::{Link, ProjectList};
    use crate::seeds::{chengguan, chengguan_tables, read};

    /// What is wrong when one goal of the shipped plan has its link exchanged.
    fn problems(goal: &str, from: &str, to: &str) -> Vec<String> {
        let mut tables = chengguan_tables();
        let table = tables.get_mut("indicators.csv").unwrap();
        let row = table.lines().find(|line| line.starts_with(goal)).unwrap().to_owned();
        assert!(row.contains(from), "{row}");
        *table = table.replace(&row, &row.replace(from, to));
        read(&tables).err().unwrap_or_default().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_sort_of_link_is_understood() {
        let plan = chengguan().unwrap();
        let link = |id: &str| plan.indicators.iter().find(|goal| goal.id == id).unwrap().link;
        assert_eq!(link("S03"), Some(Link::TierGrowth(1)));
        assert_eq!(link("S06"), Some(Link::TierLevel(2)));
        assert_eq!(link("S11"), Some(Link::ProjectCount(ProjectList::All)));
        assert_eq!(link("S16"), Some(Link::ProjectTotal(ProjectList::Reserve)));
        assert_eq!(link("S10"), Some(Link::Funds));
        assert_eq!(link("S34"), Some(Link::Turnover(1)));
        assert_eq!(link("S30"), Some(Link::Sales(3)));
        assert_eq!(link("S51"), Some(Link::Jobs));
        assert_eq!(link("S07"), None);
    }

    #[test]
    fn a_link_to_nothing_is_refused_with_the_nearest_name() {
        let found = problems("S03", "tier.strive.growth", "tier.strove.growth");
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].ends_with("“strove” does not name a tier; did you mean strive?"));
        let found = problems("S30", "sales.wholesale", "profit.wholesale");
        assert!(found[0].contains("“profit.wholesale” is not one of tier.<id>.growth"));
        assert_eq!(problems("S15", "projects.reserve.count", "projects.later.count").len(), 1);
    }

    #[test]
    fn what_is_only_tracked_can_have_no_link() {
        let found = problems("S07", "scorecard,,", "scorecard,jobs,");
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("column link"), "{found:?}");
        assert!(found[0].contains("role decides it"), "{found:?}");
    }

    #[test]
    fn a_linked_goal_is_in_the_unit_of_the_model() {
        let found = problems("S10", "亿元,100m yuan", "万元,10k yuan");
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("“万元” is not one of 亿元"), "{found:?}");
    }
}
