//! `seeds/README.md` lists exactly the tables and columns that the readers know.

use mogao::seeds;

/// A table as the text lists it.
struct Listed {
    name: String,
    needed: bool,
    /// Columns, and whether each is needed.
    columns: Vec<(String, bool)>,
}

fn listed(text: &str) -> Vec<Listed> {
    let mut tables: Vec<Listed> = Vec::new();
    let mut in_columns = false;
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("### `") {
            let (name, rest) = heading.split_once('`').unwrap();
            tables.push(Listed {
                name: name.to_owned(),
                needed: rest.contains("(needed)"),
                columns: Vec::new(),
            });
        }
        if !line.starts_with('|') {
            in_columns = false;
        } else if line.starts_with("| column |") {
            in_columns = true;
        } else if in_columns && line.starts_with("| `") {
            let cells: Vec<&str> = line.split(" | ").collect();
            let name = cells[0].trim_start_matches("| `").trim_end_matches('`');
            tables.last_mut().unwrap().columns.push((name.to_owned(), cells[1] == "yes"));
        }
    }
    tables
}

#[test]
fn it_lists_every_table_and_column_and_no_other() {
    let text = std::fs::read_to_string(super::root().join("seeds/README.md")).unwrap();
    let listed = listed(&text);
    for table in seeds::TABLES {
        let found = listed.iter().find(|own| own.name == table.name);
        let found = found.unwrap_or_else(|| panic!("{} is missing", table.name));
        assert_eq!(found.needed, table.needed, "{}", table.name);
        let declared: Vec<(String, bool)> =
            table.columns.iter().map(|own| (own.name.to_owned(), own.needed)).collect();
        assert_eq!(found.columns, declared, "{}", table.name);
    }
    assert_eq!(listed.len(), seeds::TABLES.len());
}

#[test]
fn it_lists_every_line_of_the_plan() {
    let text = std::fs::read_to_string(super::root().join("seeds/README.md")).unwrap();
    let (_, rest) = text.split_once("| key | needed |").unwrap();
    let section = rest.split("\n\n").next().unwrap();
    let keys: Vec<(&str, bool)> = section
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once("` | "))
        .map(|(key, rest)| (key, rest.starts_with("yes")))
        .collect();
    let needed: Vec<&str> = keys.iter().filter(|own| own.1).map(|own| own.0).collect();
    let optional: Vec<&str> = keys.iter().filter(|own| !own.1).map(|own| own.0).collect();
    assert_eq!(needed, ["id", "name_zh", "base_year", "plan_year", "last_year", "base_gdp_yi"]);
    assert_eq!(needed, seeds::general::NEEDED_KEYS);
    assert_eq!(optional, seeds::general::OPTIONAL_KEYS);
}

#[test]
fn the_template_offers_every_column_of_projects() {
    let header = seeds::template_tables()["projects.csv"].lines().next().unwrap().to_owned();
    for column in seeds::TABLES.iter().find(|own| own.name == "projects.csv").unwrap().columns {
        let stem = column.name.split('<').next().unwrap();
        assert!(header.split(',').any(|own| own.starts_with(stem)), "{}", column.name);
    }
}
