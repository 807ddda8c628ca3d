//! JSON as a tree that has lost nothing a policy's reader needs: the order, and whether a key stands twice.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cell::Cell;
use core::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::parse::PolicyFault;

/// The longest document that is read, in bytes. The vendor's own limit is 6144 characters without blanks.
const MOST_BYTES: usize = 16 << 10;
/// How deep a document may nest. The deepest a policy needs is six: a list of values of a key of an operator.
const MOST_DEPTH: usize = 8;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Json {
    /// Null, a truth value or a number: nothing that a policy holds here.
    Other,
    Text(String),
    List(Vec<Self>),
    Object(Vec<(String, Self)>),
}

/// Reads JSON text.
pub(super) fn read(text: &str) -> Result<Json, PolicyFault> {
    if text.len() > MOST_BYTES {
        return Err(fault("", "too_long", format!("a policy has at most {MOST_BYTES} bytes")));
    }
    let code = Cell::new("syntax");
    let mut reader = serde_json::Deserializer::from_str(text);
    let tree = Tree { depth: 0, code: &code }.deserialize(&mut reader);
    tree.and_then(|json| reader.end().map(|()| json)).map_err(|error| {
        // The message ends with the place, which stands beside it already.
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        fault(&format!("line {}, column {}", error.line(), error.column()), code.get(), message)
    })
}

fn fault(place: &str, code: &'static str, message: impl Into<String>) -> PolicyFault {
    PolicyFault { place: place.to_string(), code, message: message.into() }
}

/// Builds the tree; `code` tells why it stopped.
#[derive(Clone, Copy)]
struct Tree<'a> {
    depth: usize,
    code: &'a Cell<&'static str>,
}

impl Tree<'_> {
    fn deeper<E: de::Error>(self) -> Result<Self, E> {
        if self.depth == MOST_DEPTH {
            self.code.set("too_deep");
            return Err(E::custom(format!("a policy nests at most {MOST_DEPTH} deep")));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_string()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let inner = self.deeper()?;
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(inner)? {
            values.push(value);
        }
        Ok(Json::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Json, A::Error> {
        let inner = self.deeper()?;
        let mut entries: Vec<(String, Json)> = Vec::new();
        while let Some(key) = object.next_key::<String>()? {
            // Of two values of a key one would win silently, and not the same one in every reader.
            if entries.iter().any(|(known, _)| *known == key) {
                self.code.set("duplicate_key");
                return Err(de::Error::custom(format!("the key {key:?} stands twice")));
            }
            entries.push((key, object.next_value_seed(inner)?));
        }
        Ok(Json::Object(entries))
    }
}
