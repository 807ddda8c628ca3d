//! The partner portal in a browser, and its JSON API.
//!
//! The crate is a library, so that tests call the app without a socket, and the binary `guildhall-http`.
//!
//! - [`config`]: every flag and environment variable, declared once.
//! - [`api`]: the JSON API.
//! - [`app`]: the state of the handlers.
//! - [`portal`]: from a command to the store and back.
//! - [`services`]: what a handler may use ([`services::Services`]), with the clock.
//! - [`store`]: one trait for everything kept, SQLite behind it.
//! - [`secrets`]: tokens, codes, passwords, keys.
//! - [`mail`]: the outbox worker and its transports.
//! - [`captcha`]: proof of work, and the question for people without JavaScript.
//! - [`limits`]: rate limits.
//! - [`launch`]: from a ready server to the portal.
//! - [`operator`]: who asks as an operator, and the gate before what is theirs; [`console`]: their accounts.
//! - [`demo`]: the companies of the demo.
//! - [`cookies`]: cookies and form tokens.
//! - [`guard`]: the layers around every route; [`router`] puts a portal's routes inside them.
//! - [`assets`]: the embedded static files.
//! - [`server`]: the accept loop and the orderly shutdown; [`startup`]: from a configuration to a running portal.

pub mod api;
pub mod app;
pub mod assets;
mod attachment;
pub mod billing;
pub mod captcha;
pub mod clock;
pub mod config;
pub mod console;
pub mod cookies;
pub mod demo;
mod download;
pub mod guard;
pub mod launch;
pub mod limits;
pub mod mail;
pub mod operator;
pub mod pages;
pub mod portal;
pub mod router;
pub mod secrets;
pub mod server;
pub mod services;
pub mod startup;
pub mod store;
mod trail;
