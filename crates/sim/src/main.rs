//! `guildhall-sim`: runs, replays and sweeps of the simulation on the command line.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, IsTerminal, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::{Args, Parser, Subcommand, ValueEnum};
use guildhall_core::account;
use guildhall_sim::replay::{Replayed, replay};
use guildhall_sim::report::{Report, coverage_text};
use guildhall_sim::run::{Options, run};
use guildhall_sim::sweep::{Swept, sweep};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// The exit code of a run that broke an invariant, and of a replay that differs. Clean is 0.
const BROKEN: u8 = 1;
/// The exit code of wrong input: also the one that the parser of the command line uses.
const WRONG_INPUT: u8 = 2;

/// Simulates partner companies: random commands, faults, and an auditor that checks every rule after every step.
///
/// A run is a function of its options alone: the same seed gives the same bytes on every machine.
#[derive(Parser)]
#[command(
    name = "guildhall-sim",
    version,
    after_help = "Exit codes: 0 clean, 1 an invariant is violated or a replay differs, 2 wrong input."
)]
struct Cli {
    #[command(subcommand)]
    command: Sub,
}

#[derive(Subcommand)]
enum Sub {
    /// Do one run and print its summary.
    Run(RunArgs),
    /// Do the run of a trace again and compare it byte for byte.
    Replay {
        /// The trace, as `run --trace` wrote it.
        file: PathBuf,
    },
    /// Do many runs, one a seed.
    Sweep(SweepArgs),
}

#[derive(Args)]
struct Size {
    /// How many steps a run has.
    #[arg(long, default_value_t = 2000, value_parser = clap::value_parser!(u64).range(1..=Options::STEPS_MOST))]
    steps: u64,
    /// How many companies may register.
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u8).range(1..=Options::TENANTS_MOST as i64))]
    tenants: u8,
    /// How the summary is printed.
    #[arg(long, value_enum, default_value_t = Output::Text)]
    output: Output,
}

#[derive(Args)]
struct RunArgs {
    /// The seed, from which all chance comes.
    #[arg(long)]
    seed: u64,
    #[command(flatten)]
    size: Size,
    /// Write every step to this file, one JSON line each.
    #[arg(long)]
    trace: Option<PathBuf>,
}

#[derive(Args)]
struct SweepArgs {
    /// The seeds: `A..B` without B, `A..=B` with it.
    #[arg(long, value_parser = seeds)]
    seeds: Range<u64>,
    #[command(flatten)]
    size: Size,
    /// How many runs at a time; the result does not depend on it. By default one for each processor.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Output {
    /// For people.
    Text,
    /// For programs: one JSON object.
    Json,
}

fn seeds(text: &str) -> Result<Range<u64>, String> {
    let (from, to) = text.split_once("..").ok_or("write the seeds as 0..100")?;
    let (to, more) = to.strip_prefix('=').map_or((to, 0), |to| (to, 1));
    let number = |text: &str| text.parse::<u64>().map_err(|_| format!("{text:?} is no seed: a number below 2^64"));
    let (from, to) = (number(from)?, number(to)?);
    let to = to.checked_add(more).ok_or("the last seed is too large")?;
    if from < to { Ok(from..to) } else { Err("there is no seed in that range".to_owned()) }
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Sub::Run(args) => run_command(&args),
        Sub::Replay { file } => replay_command(&file),
        Sub::Sweep(args) => sweep_command(&args),
    };
    result.unwrap_or_else(|fault| {
        // Whoever reads our output may stop, as `head` does.
        let gone = fault.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe);
        if !gone {
            let _ = writeln!(io::stderr(), "error: {fault:#}");
        }
        ExitCode::from(WRONG_INPUT)
    })
}

fn exit(clean: bool) -> ExitCode {
    if clean { ExitCode::SUCCESS } else { ExitCode::from(BROKEN) }
}

fn run_command(args: &RunArgs) -> Result<ExitCode> {
    let options = Options { seed: args.seed, steps: args.size.steps, tenants: usize::from(args.size.tenants) };
    // First of all, so that a run which never ends can be done again. Programs get it inside their object.
    announce(args.size.output, &format!("seed       {}", options.seed))?;
    let mut trace = args.trace.as_deref().map(create).transpose()?;
    let report = run(&options, account::decide, &mut |line| match &mut trace {
        Some(file) => writeln!(file, "{line}"),
        None => Ok(()),
    })
    .and_then(|report| trace.as_mut().map_or(Ok(()), Write::flush).map(|()| report))
    .context("writing the trace")?;
    match args.size.output {
        Output::Text => write!(io::stdout(), "{}", report.text())?,
        Output::Json => writeln!(io::stdout(), "{}", serde_json::to_string_pretty(&report)?)?,
    }
    Ok(exit(report.violation.is_none()))
}

/// Prints a line first: for people on the standard output, beside an object for programs on the other one.
fn announce(output: Output, line: &str) -> io::Result<()> {
    match output {
        Output::Text => {
            let mut stdout = io::stdout();
            writeln!(stdout, "{line}")?;
            stdout.flush()
        }
        Output::Json => writeln!(io::stderr(), "{line}"),
    }
}

fn create(path: &Path) -> Result<BufWriter<File>> {
    let file = File::create(path).with_context(|| format!("creating {}", path.display()))?;
    Ok(BufWriter::new(file))
}

fn replay_command(path: &Path) -> Result<ExitCode> {
    let file = File::open(path).with_context(|| format!("opening {}", path.display()))?;
    let mut stdout = io::stdout();
    match replay(BufReader::new(file)).with_context(|| format!("reading {}", path.display()))? {
        Replayed::Same(report) => {
            let Report { options, steps_done, digest, .. } = report.as_ref();
            writeln!(stdout, "seed       {}\nsteps      {steps_done}\ndigest     {digest}", options.seed)?;
            writeln!(stdout, "result     the same, byte for byte")?;
            if let Some(broken) = &report.violation {
                writeln!(stdout, "           VIOLATED then as now: {}, step {}", broken.invariant, broken.step)?;
            }
            Ok(exit(report.violation.is_none()))
        }
        Replayed::Different { line, recorded, now } => {
            let text = |line: Option<String>| line.unwrap_or_else(|| "(nothing: it has ended)".to_owned());
            writeln!(stdout, "result     DIFFERENT from line {line} on")?;
            writeln!(stdout, "recorded   {}\nnow        {}", text(recorded), text(now))?;
            Ok(exit(false))
        }
        Replayed::NoTrace(why) => bail!("{} is no trace: {why}", path.display()),
    }
}

fn sweep_command(args: &SweepArgs) -> Result<ExitCode> {
    let options = Options { seed: 0, steps: args.size.steps, tenants: usize::from(args.size.tenants) };
    announce(args.size.output, &format!("seeds      {}..{}", args.seeds.start, args.seeds.end))?;
    let runs = args.seeds.end - args.seeds.start;
    let bar = if io::stderr().is_terminal() {
        ProgressBar::with_draw_target(Some(runs), ProgressDrawTarget::stderr())
    } else {
        ProgressBar::hidden()
    };
    bar.set_style(ProgressStyle::with_template("{bar:40} {pos}/{len} runs, {eta} left")?);
    let processors = || std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = args.jobs.map_or_else(processors, usize::from);
    let swept = sweep(&args.seeds, &options, jobs, account::decide, &|| bar.inc(1))?;
    bar.finish_and_clear();
    match args.size.output {
        Output::Text => write!(io::stdout(), "{}", sweep_text(&swept))?,
        Output::Json => writeln!(io::stdout(), "{}", serde_json::to_string_pretty(&swept)?)?,
    }
    Ok(exit(swept.violations.is_empty()))
}

fn sweep_text(swept: &Swept) -> String {
    let runs = swept.seeds_to - swept.seeds_from;
    let mut text = format!("runs       {runs} of {} steps, {} tenants\n", swept.steps, swept.tenants);
    text += &format!("events     {}\n", swept.events);
    text += &coverage_text(&swept.commands, &swept.details, &swept.never_seen);
    text += "\ninvariants, and how often each was checked\n";
    for (invariant, n) in &swept.invariants {
        text += &format!("  {invariant:<14}{n:>10}\n");
    }
    text += &format!("\ndigest     {}\n", swept.digest);
    if swept.violations.is_empty() {
        return text + "result     clean\n";
    }
    text += &format!("result     VIOLATED in {} runs\n", swept.violations.len());
    for broken in &swept.violations {
        text +=
            &format!("  {}, step {}: {}\n  again: {}\n", broken.invariant, broken.step, broken.seen, broken.reproduce);
    }
    text
}
