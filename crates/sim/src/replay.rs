//! Doing a recorded run again, and comparing it byte for byte.

use std::io::{self, BufRead};

use guildhall_core::account;

use crate::report::Report;
use crate::run::{FORMAT, Options, run};

/// How a replay ended.
#[derive(Debug)]
pub enum Replayed {
    /// Every byte is the same.
    Same(Box<Report>),
    /// A line differs.
    Different {
        /// Its number, from 1.
        line: u64,
        /// What the file says; nothing where it has ended.
        recorded: Option<String>,
        /// What the run says; nothing where it has ended.
        now: Option<String>,
    },
    /// The file is no trace, or not one of this format.
    NoTrace(String),
}

/// Does the run of the trace in `file` again.
pub fn replay(mut file: impl BufRead) -> io::Result<Replayed> {
    let Some(header) = next_line(&mut file)? else { return Ok(Replayed::NoTrace("it is empty".to_owned())) };
    let options = match options_of(&header) {
        Ok(options) => options,
        Err(why) => return Ok(Replayed::NoTrace(why)),
    };
    let mut recorded = Some(header);
    let (mut number, mut difference) = (0, None);
    let mut sink = |now: &str| {
        number += 1;
        if difference.is_none() && recorded.as_deref() != Some(&format!("{now}\n")) {
            let recorded = recorded.take().map(|line| line.trim_end().to_owned());
            difference = Some(Replayed::Different { line: number, recorded, now: Some(now.to_owned()) });
        }
        recorded = next_line(&mut file)?;
        Ok(())
    };
    let report = run(&options, account::decide, &mut sink)?;
    if let Some(difference) = difference {
        return Ok(difference);
    }
    match recorded {
        None => Ok(Replayed::Same(Box::new(report))),
        Some(rest) => {
            let recorded = Some(rest.trim_end().to_owned());
            Ok(Replayed::Different { line: number + 1, recorded, now: None })
        }
    }
}

/// The next line with its end; the last one may lack it.
fn next_line(file: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = String::new();
    Ok((file.read_line(&mut line)? > 0).then_some(line))
}

fn options_of(header: &str) -> Result<Options, String> {
    let mut value: serde_json::Value =
        serde_json::from_str(header).map_err(|_| "its first line is no JSON".to_owned())?;
    let format = value.as_object_mut().and_then(|object| object.remove("format"));
    if format.as_ref().and_then(|f| f.as_str()) != Some(FORMAT) {
        return Err(format!("its first line does not name the format {FORMAT}"));
    }
    let options: Options = serde_json::from_value(value).map_err(|fault| format!("its first line: {fault}"))?;
    let sound = options.steps <= Options::STEPS_MOST && (1..=Options::TENANTS_MOST).contains(&options.tenants);
    if sound { Ok(options) } else { Err("its first line names more steps or tenants than a run may have".to_owned()) }
}
