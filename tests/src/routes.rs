//! The routes of the pages, as their router has them: none can be forgotten.

use std::collections::{BTreeMap, BTreeSet};

use axum::Router;

use crate::portal::Failure;

/// Every address that answers to GET with a page or a file, parameters as `{name}`.
pub struct Routes {
    /// In the order of their names.
    pub all: BTreeSet<String>,
    matcher: matchit::Router<String>,
}

impl Routes {
    /// The routes of a router. axum tells them in its debug output only, so what is read here is held to look right.
    pub fn of<S>(router: &Router<S>) -> Result<Self, Failure> {
        let told = format!("{router:?}");
        let (mut readable, mut paths) = (BTreeSet::new(), BTreeMap::new());
        for part in told.split("RouteId(").skip(1) {
            let Some((id, rest)) = part.split_once("): ") else { continue };
            if let Some(methods) = rest.strip_prefix("MethodRouter(MethodRouter { get: ") {
                if !methods.starts_with("None") {
                    readable.insert(id);
                }
            } else if let Some((path, _)) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
                paths.insert(id, path.to_owned());
            }
        }
        let all: BTreeSet<String> = paths.into_iter().filter(|(id, _)| readable.contains(id)).map(|(_, p)| p).collect();
        if !all.contains("/") || all.len() < 50 {
            return Err(format!("the router does not tell its routes any more: {all:?}").into());
        }
        let mut matcher = matchit::Router::new();
        for path in &all {
            matcher.insert(path.as_str(), path.clone())?;
        }
        Ok(Self { all, matcher })
    }

    /// The route that a path belongs to.
    #[must_use]
    pub fn matching(&self, path: &str) -> Option<&str> {
        self.matcher.at(path).ok().map(|found| found.value.as_str())
    }

    /// The routes without parameters.
    pub fn plain(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(String::as_str).filter(|path| !path.contains('{'))
    }
}
