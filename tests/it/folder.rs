//! Folders and zips of tables, sound and hostile.

use mogao::exchange::folder::{
    self, Choice, File, Listed, MOST_BYTES, MOST_FILE_BYTES, MOST_FILES, Refusal, Trouble,
};
use mogao::seeds::{self, ProblemKind};
use mogao::text::{Language, Text};
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn listed(path: &str, size: u64) -> Listed {
    Listed { path: path.to_owned(), size }
}

fn file(path: &str, bytes: &[u8]) -> File {
    File { path: path.to_owned(), bytes: bytes.to_vec() }
}

fn template() -> Vec<File> {
    seeds::template_tables().iter().map(|(name, text)| file(name, text.as_bytes())).collect()
}

/// A zip of these entries, in this order.
fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    zipped_with(entries, SimpleFileOptions::default())
}

fn zipped_with(entries: &[(&str, &[u8])], options: SimpleFileOptions) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, options.compression_method(CompressionMethod::Deflated)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn no_other(_: &[u8]) -> Option<String> {
    None
}

#[test]
fn every_plan_comes_back_from_its_zip_as_it_went_in() {
    for id in seeds::SHIPPED {
        let plan = seeds::shipped(id).unwrap().unwrap();
        let files = folder::unpack(&folder::pack(&plan.tables.0).unwrap()).unwrap();
        assert!(files.iter().all(|file| file.bytes.starts_with("\u{feff}".as_bytes())));
        let again = folder::read(&files, no_other).unwrap();
        assert_eq!(again, plan, "{id}");
        assert_eq!(again.tables.0, plan.tables.0, "{id}");
    }
    let one = folder::pack(&seeds::template_tables()).unwrap();
    assert_eq!(one, folder::pack(&seeds::template_tables()).unwrap());
}

#[test]
fn tables_are_found_in_a_folder_and_junk_is_passed_over() {
    let mut entries: Vec<(String, Vec<u8>)> = seeds::template_tables()
        .into_iter()
        .map(|(name, text)| (format!("我的区/tables/{}", name.to_uppercase()), text.into_bytes()))
        .collect();
    for junk in [
        "__MACOSX/tables/._plan.csv",
        "我的区/.DS_Store",
        "我的区/tables/~$plan.csv",
        "我的区/.git/plan.csv",
        "我的区/说明.docx",
    ] {
        entries.push((junk.to_owned(), b"\0\x05\x16".to_vec()));
    }
    let entries: Vec<(&str, &[u8])> =
        entries.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let files = folder::unpack(&zipped(&entries)).unwrap();
    assert_eq!(files.len(), seeds::template_tables().len());
    assert_eq!(folder::read(&files, no_other).unwrap().id, "my-district");
}

#[test]
fn tables_win_over_a_zip_beside_them_and_one_zip_alone_is_opened() {
    let both = [listed("a/backup.zip", 9), listed("a/plan.csv", 9), listed("a/._plan.csv", 9)];
    assert_eq!(folder::choose(&both), Ok(Choice::Tables(vec![1])));
    assert_eq!(folder::choose(&both[..1]), Ok(Choice::Zip(0)));
    let two = [listed("a.zip", 9), listed("B.ZIP", 9)];
    assert_eq!(folder::choose(&two), Err(vec![Refusal::SeveralZips { found: 2 }]));
    assert_eq!(folder::choose(&[]), Err(vec![Refusal::NoTables { workbook: None }]));
    let workbook = Some("计划.xlsx".to_owned());
    assert_eq!(
        folder::choose(&[listed("x/计划.xlsx", 9), listed("x/a.png", 9)]),
        Err(vec![Refusal::NoTables { workbook }])
    );
}

#[test]
fn chosen_files_may_be_as_large_as_the_limits_and_not_one_byte_larger() {
    let at_limit: Vec<Listed> =
        (0..4).map(|index| listed(&format!("{index}.csv"), MOST_FILE_BYTES)).collect();
    assert!(folder::choose(&at_limit).is_ok());
    let mut beyond = at_limit.clone();
    beyond.push(listed("more.csv", 1));
    let too_large = Refusal::TooLarge { found: Some(MOST_BYTES + 1), most: MOST_BYTES };
    assert_eq!(folder::choose(&beyond), Err(vec![too_large.clone()]));

    let one = |size| folder::choose(&[listed("plan.csv", size)]);
    assert!(one(MOST_FILE_BYTES).is_ok());
    assert_eq!(
        one(MOST_FILE_BYTES + 1),
        Err(vec![Refusal::FileTooLarge {
            file: "plan.csv".to_owned(),
            found: Some(MOST_FILE_BYTES + 1),
            most: MOST_FILE_BYTES,
        }])
    );

    let zip = |size| folder::choose(&[listed("plan.zip", size)]);
    assert_eq!(zip(MOST_BYTES), Ok(Choice::Zip(0)));
    assert_eq!(zip(MOST_BYTES + 1), Err(vec![too_large.clone()]));
    let bytes = vec![0; usize::try_from(MOST_BYTES).unwrap() + 1];
    assert_eq!(folder::unpack(&bytes), Err(vec![too_large]));
    assert_eq!(folder::unpack(&bytes[1..]), Err(vec![Refusal::NotAZip]));

    let many = |count: usize| {
        let files: Vec<Listed> = (0..count).map(|n| listed(&format!("{n}.csv"), 1)).collect();
        folder::choose(&files)
    };
    assert!(many(MOST_FILES).is_ok());
    assert_eq!(
        many(MOST_FILES + 1),
        Err(vec![Refusal::TooManyFiles { found: MOST_FILES + 1, most: MOST_FILES }])
    );
}

#[test]
fn a_zip_may_have_as_many_entries_as_the_limit_and_not_one_more() {
    let names: Vec<String> = (0..=MOST_FILES).map(|n| format!("{n}.csv")).collect();
    let entries: Vec<(&str, &[u8])> =
        names.iter().map(|name| (name.as_str(), b"a".as_slice())).collect();
    assert_eq!(folder::unpack(&zipped(&entries[1..])).unwrap().len(), MOST_FILES);
    assert_eq!(
        folder::unpack(&zipped(&entries)),
        Err(vec![Refusal::TooManyFiles { found: MOST_FILES + 1, most: MOST_FILES }])
    );
}

#[test]
fn a_zip_bomb_is_given_up_as_soon_as_it_is_too_large() {
    let limit = usize::try_from(MOST_FILE_BYTES).unwrap();
    let zeros = vec![b'0'; limit + 1];
    let at_limit = zipped(&[("plan.csv", &zeros[1..])]);
    assert_eq!(folder::unpack(&at_limit).unwrap()[0].bytes.len(), limit);
    let bomb = zipped(&[("plan.csv", &zeros), ("picture.png", &zeros)]);
    assert!(bomb.len() < limit / 100, "it has to be a bomb: {}", bomb.len());
    assert_eq!(
        folder::unpack(&bomb),
        Err(vec![Refusal::FileTooLarge {
            file: "plan.csv".to_owned(),
            found: None,
            most: MOST_FILE_BYTES,
        }])
    );

    let whole = &zeros[1..];
    let four = [("a.csv", whole), ("b.csv", whole), ("c.csv", whole), ("d.csv", whole)];
    assert_eq!(folder::unpack(&zipped(&four)).unwrap().len(), 4);
    let more: Vec<(&str, &[u8])> = four.into_iter().chain([("e.csv", &b"1"[..])]).collect();
    assert_eq!(
        folder::unpack(&zipped(&more)),
        Err(vec![Refusal::TooLarge { found: None, most: MOST_BYTES }])
    );
}

#[test]
fn sizes_written_in_a_zip_are_not_believed() {
    let limit = usize::try_from(MOST_FILE_BYTES).unwrap();
    let zeros = vec![b'0'; limit + 1];
    let mut bomb = zipped(&[("plan.csv", &zeros)]);
    let size = u32::try_from(limit + 1).unwrap().to_le_bytes();
    let places: Vec<usize> =
        bomb.windows(4).enumerate().filter(|(_, four)| *four == size).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for place in places {
        bomb[place..place + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    // Whatever it is called, nothing of it is read as a table.
    assert!(folder::unpack(&bomb).is_err());
}

#[test]
fn names_that_lead_out_of_the_zip_are_refused() {
    for name in
        ["../plan.csv", "a/../../plan.csv", "/etc/plan.csv", "C:/plan.csv", "a\\..\\plan.csv"]
    {
        let refused = folder::unpack(&zipped(&[(name, b"key,value\n")]));
        assert_eq!(refused, Err(vec![Refusal::Outside { file: name.to_owned() }]), "{name}");
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_symlink("plan.csv", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    let zip = zip.finish().unwrap().into_inner();
    assert_eq!(folder::unpack(&zip), Err(vec![Refusal::Outside { file: "plan.csv".to_owned() }]));
}

#[test]
fn names_are_shown_without_signs_that_would_disguise_them() {
    let name = format!("../{}\u{202e}vsc.nalp\u{7}.csv", "很".repeat(300));
    let refused = folder::unpack(&zipped(&[(&name, b"")])).unwrap_err();
    let said = Trouble::Files(refused[0].clone()).said(Text::new(Language::Zh));
    assert!(said.contains("vsc.nalp.csv”"), "{said}");
    assert!(said.chars().count() < 200 && !said.contains(['\u{202e}', '\u{7}']), "{said}");
}

#[test]
fn a_zip_within_a_zip_is_refused() {
    let inner = folder::pack(&seeds::template_tables()).unwrap();
    let outer = zipped(&[("a/plan.zip", &inner), ("plan.csv", b"key,value\n")]);
    assert_eq!(
        folder::unpack(&outer),
        Err(vec![Refusal::Nested { file: "a/plan.zip".to_owned() }])
    );
}

#[test]
fn a_damaged_zip_is_refused_and_never_half_read() {
    let whole = folder::pack(&seeds::template_tables()).unwrap();
    assert_eq!(folder::unpack(b""), Err(vec![Refusal::NotAZip]));
    assert_eq!(folder::unpack(b"key,value\n"), Err(vec![Refusal::NotAZip]));
    let unpacked = folder::unpack(&whole).unwrap();
    for cut in (0..whole.len()).step_by(whole.len() / 50) {
        assert!(folder::unpack(&whole[..cut]).is_err(), "cut at {cut}");
    }
    for place in (0..whole.len()).step_by(whole.len() / 200) {
        let mut flipped = whole.clone();
        flipped[place] ^= 0x10;
        // A flipped bit in a name or a date may go unnoticed, but contents never change.
        if let Ok(files) = folder::unpack(&flipped) {
            for file in files {
                assert!(unpacked.iter().any(|known| known.bytes == file.bytes), "bit at {place}");
            }
        }
    }
}

#[test]
fn the_same_table_in_two_folders_is_refused() {
    let files = [file("a/plan.csv", b"key,value\n"), file("b/Plan.CSV", b"key,value\n")];
    assert_eq!(
        folder::read(&files, no_other),
        Err(vec![Trouble::Files(Refusal::TableTwice {
            first: "a/plan.csv".to_owned(),
            second: "b/Plan.CSV".to_owned(),
        })])
    );
}

#[test]
fn text_that_is_not_utf_8_is_read_the_other_way_or_refused() {
    let mut files = template();
    let plan = files.iter_mut().find(|file| file.path == "plan.csv").unwrap();
    let text = String::from_utf8(plan.bytes.clone()).unwrap();
    // "我区规划" in GB18030.
    let name: &[u8] = b"\xce\xd2\xc7\xf8\xb9\xe6\xbb\xae";
    let (before, after) = text.split_once("我区规划").unwrap();
    plan.bytes = [before.as_bytes(), name, b",,,\nname_en,x,,,\n"].concat();
    let rest = after.split_once("name_en,My district,,,\n").unwrap().1;
    let rest = rest.replace("示例值，请替换", "");
    plan.bytes.extend_from_slice(rest.as_bytes());

    let other = |bytes: &[u8]| {
        let at = bytes.windows(name.len()).position(|part| part == name)?;
        let (before, after) = (&bytes[..at], &bytes[at + name.len()..]);
        Some(format!(
            "{}我区规划{}",
            std::str::from_utf8(before).ok()?.replace('年', "year"),
            std::str::from_utf8(after).ok()?
        ))
    };
    assert_eq!(folder::read(&files, other).unwrap().name.zh, "我区规划");
    let refused = folder::read(&files, no_other).unwrap_err();
    let not_text = |trouble: &Trouble| {
        matches!(trouble, Trouble::Table(problem)
            if problem.table == "plan.csv" && problem.kind == ProblemKind::NotText)
    };
    assert!(refused.iter().any(not_text), "{refused:?}");
}

#[test]
fn hostile_files_give_problems_and_never_a_plan() {
    let spoilt = |name: &str, from: &str, to: &str| {
        let mut files = template();
        let table = files.iter_mut().find(|file| file.path == name).unwrap();
        let text = String::from_utf8(table.bytes.clone()).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        table.bytes = text.replacen(from, to, 1).into_bytes();
        folder::read(&files, no_other).unwrap_err()
    };
    for (name, from, to) in [
        ("plan.csv", "base_gdp_yi,100", "base_gdp_yi,1e400"),
        ("growth.csv", "agriculture,2025,4.0", "agriculture,2025,-150"),
        ("industries.csv", "share_pct", "anteil"),
        ("tiers.csv", "target", "=cmd|'/c calc'!A1"),
    ] {
        let troubles = spoilt(name, from, to);
        assert!(
            troubles.iter().any(|trouble| matches!(trouble, Trouble::Table(p) if p.table == name)),
            "{name} {to}: {troubles:?}"
        );
    }
    let binary: Vec<u8> = (0..=255).cycle().take(10_000).collect();
    assert!(folder::read(&[file("plan.csv", &binary)], |_| Some("\0".to_owned())).is_err());
    assert!(folder::read(&[], no_other).is_err());
}

#[test]
fn every_refusal_names_the_file_or_the_limit_in_both_languages() {
    let name = || "我的表.csv".to_owned();
    let refusals = [
        Refusal::NoTables { workbook: None },
        Refusal::NoTables { workbook: Some(name()) },
        Refusal::SeveralZips { found: 2 },
        Refusal::TooManyFiles { found: 201, most: 200 },
        Refusal::FileTooLarge { file: name(), found: Some(5_000_001), most: 5_000_000 },
        Refusal::FileTooLarge { file: name(), found: None, most: 5_000_000 },
        Refusal::TooLarge { found: Some(20_000_001), most: 20_000_000 },
        Refusal::TooLarge { found: None, most: 20_000_000 },
        Refusal::TableTwice { first: name(), second: name() },
        Refusal::Nested { file: name() },
        Refusal::Outside { file: name() },
        Refusal::Locked { file: name() },
        Refusal::Damaged { file: name() },
        Refusal::NotAZip,
        Refusal::Unreadable { file: name() },
    ];
    let mut seen: BTreeMap<String, &Refusal> = BTreeMap::new();
    for refusal in &refusals {
        for language in Language::ALL {
            let said = Trouble::Files(refusal.clone()).said(Text::new(language));
            if format!("{refusal:?}").contains("我的表") {
                assert!(said.contains("我的表.csv"), "{said}");
            }
            assert!(said.ends_with(['。', '.']), "{said}");
            assert!(seen.insert(said, refusal).is_none(), "said twice: {refusal:?}");
        }
    }
    let large = Refusal::FileTooLarge { file: name(), found: Some(5_000_001), most: 5_000_000 };
    let said = large.said(Text::new(Language::Zh));
    assert!(said.contains("5,000,001") && said.contains("5,000,000"), "{said}");
}
