//! The form of a file: what cannot be read, and where.

use super::*;
use crate::pipeline::bulk::{CellFault, Mode, Outcome, PlannedRow, import_opportunities};
use crate::sheet::Sheet;

fn cells(faults: &[CellFault]) -> String {
    let cell = |f: &CellFault| {
        let column = f.column.map_or_else(|| "-".to_string(), |c| c.to_string());
        format!("{}:{column} {} {}", f.line, f.field, f.code).replace("  ", " ")
    };
    faults.iter().map(cell).collect::<Vec<_>>().join(", ")
}

/// What an import by an ACE user says of a file: the titles of good rows, the faults of bad ones.
fn import(text: &str) -> String {
    import_with(Program::guide(), text)
}

fn import_with(program: &Program, text: &str) -> String {
    let (account, who, now) = (company(), member("ace_user"), moment(TODAY));
    let setting = Setting { program, account: &account, actor: &who, moment: &now };
    match import_opportunities(&setting, [], text, Mode::GoodRows) {
        Ok(plan) => {
            let row = |r: &PlannedRow| match &r.outcome {
                Outcome::Refused { faults } => cells(faults),
                Outcome::Created | Outcome::Updated { .. } | Outcome::Transferred { .. } | Outcome::Unchanged => {
                    format!("{}: {}", r.line, r.title)
                }
            };
            plan.rows().iter().map(row).collect::<Vec<_>>().join("; ")
        }
        Err(Refusal::InvalidFile { cells: faults }) => format!("file {}", cells(&faults)),
        Err(Refusal::FileTooLarge { most }) => format!("file_too_large {most}"),
        Err(Refusal::TooManyRows { most }) => format!("too_many_rows {most}"),
        Err(other) => format!("{other:?}"),
    }
}

const H: &str = "customer.account.company_name,project.title";

// Rules: ACE-6, ACE-13
#[test]
fn faults_by_line_and_column() {
    let wide = format!("{H}\nA,{}\n", "x".repeat(4001));
    let many = format!("{H}\n{}\nA,ok\n", ",".repeat(400));
    for (body, expected) in [
        ("", "file 1:- no_headings"),
        ("\n\n\n", "file 1:- no_headings"),
        (H, ""),
        ("project.title\nA", "file 1:- customer.account.company_name heading_missing"),
        (
            "colour,project.title,project.title\n",
            "file 1:1 colour unknown_heading, 1:3 project.title heading_twice, 1:- customer.account.company_name heading_missing",
        ),
        (&format!("\u{feff}{H}\nA,One\n"), "2: One"),
        (&format!("{H}\r\nA,One\r\n\r\nB,Two\r\n"), "2: One; 4: Two"),
        (&format!("\n\n{H}\n\nA,One"), "5: One"),
        (&format!("{H}\n\"A\",\"One, two\"\nB,\"say \"\"hi\"\"\"\n"), "2: One, two; 3: say \"hi\""),
        (&format!("{H}\nA\nB,Two,3\nC,Three\n"), "2:- wrong_number_of_cells; 3:- wrong_number_of_cells; 4: Three"),
        (&format!("{H}\nA,\"two\nlines\"\nB,Next\n"), "2:2 project.title bad_character; 4: Next"),
        (&format!("{H}\nA,One\nB,\"open\nC,Three\n"), "file 3:- quote_not_closed"),
        (&format!("{H}\nA,\"open"), "file 2:- quote_not_closed"),
        (&wide, "2:2 project.title too_long"),
        (&many, "2:- too_many_columns; 3: ok"),
        (
            &format!("{H},customer.account.duns\n,,x\n"),
            "2:1 customer.account.company_name required, 2:3 customer.account.duns bad_form, 2:2 project.title required",
        ),
        (
            &format!("{H},life_cycle.closed_lost_reason\nA,One,Price\n"),
            "2:3 life_cycle.closed_lost_reason only_when_lost",
        ),
        (&format!("{H},life_cycle.stage\nA,One,Closed Lost\n"), "2:- life_cycle.closed_lost_reason required"),
        (&format!("{H},project.delivery_models\nA,One,Resell; Rent\n"), "2:3 project.delivery_models unknown_value"),
        (&format!("{H},customer.contacts[10].email\n"), "file 1:3 customer.contacts[10].email unknown_heading"),
        (&format!("{H},customer.contacts[1].email\nA,One,cay\n"), "2:3 customer.contacts[1].email no_at_sign"),
        (&format!("{}\nA,One\n", H.to_uppercase()), "2: One"),
        (&format!("{H}\nA,\u{0}\n"), "2:2 project.title bad_character"),
    ] {
        assert_eq!(import(body), expected, "{body:.200?}");
    }
}

#[test]
fn the_columns_of_a_lead_are_not_those_of_an_opportunity() {
    assert_eq!(import(&format!("{H},customer.industry\n")), "file 1:3 customer.industry unknown_heading");
}

#[test]
fn limits_of_a_file() {
    let rows = |n: usize| format!("{H}\n{}", "A,One\n".repeat(n));
    assert_eq!(import(&rows(501)), "too_many_rows 500");
    assert_eq!(import(&rows(500)).matches("One").count(), 500);
    let text = format!("{H}\nA,{}\n", "x".repeat(2_000_001));
    assert_eq!(import(&text), "file_too_large 2000000");
    let (before, _) = crate::program::GUIDE_TOML.split_once("[pipeline]").unwrap();
    let narrow = Program::parse(&format!("{before}[pipeline.bulk]\ncolumns_most = 2\n")).unwrap();
    assert_eq!(import_with(&narrow, &format!("{H}\nA,One\nB,Two,3\n")), "2: One; 3:- too_many_columns");
    let one = Program::parse(&format!("{before}[pipeline.bulk]\ncolumns_most = 1\n")).unwrap();
    assert!(import_with(&one, H).starts_with("file 1:- too_many_columns"));
}

#[test]
fn a_formula_is_written_as_a_text_and_read_back() {
    for text in ["=1+1", "+34600", "-1", "@SUM(A1)", "'=1", "''@x", "|cmd", "%x", "\u{ff1d}1", "'a", "a=1", "plain"] {
        let mut sheet = Sheet::new();
        sheet.cell(text);
        sheet.cell(H);
        sheet.end_row();
        let written = sheet.finish();
        let harmless = !written.trim_start_matches('"').starts_with(['=', '+', '-', '@', '|', '%', '\u{ff1d}']);
        assert!(harmless, "{written}");
        let back = import(&format!("{H}\nA,{}", written.split_once(",\"").unwrap().0));
        assert_eq!(back, format!("2: {text}"));
    }
}

#[test]
fn rows_and_cells_keep_their_places_when_written() {
    let mut sheet = Sheet::new();
    for row in [["", ""], ["a,b", "say \"hi\""], ["two\nlines", ""], ["", "x"]] {
        row.iter().for_each(|cell| sheet.cell(cell));
        sheet.end_row();
    }
    assert_eq!(sheet.finish(), ",\n\"a,b\",\"say \"\"hi\"\"\"\n\"two\nlines\",\n,x\n");
}
