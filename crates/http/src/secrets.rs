//! Random tokens, keyed hashes of codes and passwords, and the server's own secret.
//!
//! - [`Token`]: 256 random bits for cookies, links and API tokens. The client gets [`Token::expose`]; the store keeps
//!   [`Token::hash`] only. What a client sends back goes through [`Token::parse`].
//! - [`CodeHasher`]: hashes a mailed security code, bound to its purpose and address, so that a code that was meant for
//!   something else never matches.
//! - [`Passwords`]: Argon2id with a pepper, at most as many at a time as there are cores. A miss costs what a hit costs.
//! - [`ServerSecret`]: 256 bits in the data directory, made at the first start. Every key is derived from it by name.
//!
//! Nothing here prints a secret: `Debug` shows names and hashes.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;

use data_encoding::BASE64URL_NOPAD;
use guildhall_core::Id;
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretBox, SecretString};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

mod passwords;

pub use passwords::{Cost, PasswordError, Passwords, Verdict};

/// The name of the secret's file in the data directory.
pub const FILE_NAME: &str = "secret.key";

/// Why a secret could not be made or read.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random bytes")]
    Random(#[source] getrandom::Error),
    /// The file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which file.
        path: String,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The file does not hold what it should.
    #[error(
        "{path} does not hold a secret of 32 bytes; restore it from a backup: with another secret nobody could sign in"
    )]
    Damaged {
        /// Which file.
        path: String,
    },
    /// Others may read the file.
    #[error("{path} can be read by others; give it mode 0600")]
    Exposed {
        /// Which file.
        path: String,
    },
}

/// Random bytes from the operating system.
pub fn random<const N: usize>() -> Result<[u8; N], SecretError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(SecretError::Random)?;
    Ok(bytes)
}

/// A random id of 128 bits as 22 letters that are safe in a URL. Not a secret.
pub fn random_id() -> Result<String, SecretError> {
    Ok(BASE64URL_NOPAD.encode(&random::<16>()?))
}

/// A random id for something new in the domain.
pub fn fresh_id() -> Result<Id, SecretError> {
    Ok(Id::from_bits(u128::from_be_bytes(random::<16>()?)))
}

/// Compares without telling by its duration where the first difference is.
pub fn equal(left: &[u8], right: &[u8]) -> bool {
    left.ct_eq(right).into()
}

/// A secret of 256 random bits, as 43 letters that are safe in a URL, a cookie and a header.
pub struct Token(SecretString);

impl Token {
    /// A new token.
    pub fn random() -> Result<Self, SecretError> {
        Ok(Self(BASE64URL_NOPAD.encode(&random::<32>()?).into()))
    }

    /// A token as a client sent it; `None` where it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        (bytes.len() == 32).then(|| Self(text.into()))
    }

    /// The text to hand to the client, once.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// What the store keeps.
    pub fn hash(&self) -> TokenHash {
        TokenHash(BASE64URL_NOPAD.encode(&Sha256::digest(self.expose().as_bytes())))
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(..)")
    }
}

/// The SHA-256 of a [`Token`]. 256 random bits need no slow hash.
#[derive(Debug, Clone, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct TokenHash(String);

impl TokenHash {
    /// As text, for a form that names one of a person's own tokens.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The hash that such a form named. It names, it proves nothing.
    pub fn from_text(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// The secret of this installation. Whoever has it and the database can try passwords offline, so it lies apart.
pub struct ServerSecret(SecretBox<[u8; 32]>);

impl ServerSecret {
    /// A secret that nobody keeps: for tests.
    pub fn random() -> Result<Self, SecretError> {
        Ok(Self(SecretBox::new(Box::new(random()?))))
    }

    /// Reads the secret from the data directory, or makes it at the first start.
    pub fn load_or_create(data_dir: &Path) -> Result<Self, SecretError> {
        let path = data_dir.join(FILE_NAME);
        let file_error = |source| SecretError::File { path: path.display().to_string(), source };
        create_private_dir(data_dir).map_err(file_error)?;
        if !path.exists() {
            let text = SecretString::from(BASE64URL_NOPAD.encode(&random::<32>()?));
            write_once(data_dir, &path, text.expose_secret()).map_err(file_error)?;
        }
        if readable_by_others(&path).map_err(file_error)? {
            return Err(SecretError::Exposed { path: path.display().to_string() });
        }
        let text = SecretString::from(std::fs::read_to_string(&path).map_err(file_error)?);
        let bytes = BASE64URL_NOPAD
            .decode(text.expose_secret().trim_end().as_bytes())
            .ok()
            .and_then(|bytes| <[u8; 32]>::try_from(bytes).ok())
            .ok_or_else(|| SecretError::Damaged { path: path.display().to_string() })?;
        Ok(Self(SecretBox::new(Box::new(bytes))))
    }

    /// The key for one use. Keys of different names tell nothing about each other.
    pub fn derive(&self, name: &str) -> Key {
        Key(SecretBox::new(Box::new(mac(self.0.expose_secret(), &[b"guildhall key", name.as_bytes()]))))
    }
}

impl std::fmt::Debug for ServerSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ServerSecret(..)")
    }
}

/// A key for HMAC-SHA256.
pub struct Key(SecretBox<[u8; 32]>);

impl Key {
    /// The keyed hash of several parts, each bound to its place and length, as text.
    pub fn sign(&self, parts: &[&str]) -> String {
        BASE64URL_NOPAD.encode(&self.sign_bytes(parts))
    }

    /// The same as bytes.
    pub fn sign_bytes(&self, parts: &[&str]) -> [u8; 32] {
        let parts: Vec<&[u8]> = parts.iter().map(|part| part.as_bytes()).collect();
        mac(self.0.expose_secret(), &parts)
    }

    /// Whether `signature` is what [`Key::sign`] says for these parts.
    pub fn verify(&self, parts: &[&str], signature: &str) -> bool {
        equal(self.sign(parts).as_bytes(), signature.as_bytes())
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        self.0.expose_secret()
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(..)")
    }
}

/// HMAC-SHA256 over the parts, each after its length: `("ab", "c")` and `("a", "bc")` differ.
pub(crate) fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    // A key of any length is valid for HMAC, so the error cannot occur; a zero tag would fail every comparison's twin.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return [0; 32] };
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Hashes security codes. 40 random bits would not withstand a plain hash, so the hash is keyed.
#[derive(Debug)]
pub struct CodeHasher(Key);

impl CodeHasher {
    /// The hasher of this installation.
    pub fn new(secret: &ServerSecret) -> Self {
        Self(secret.derive("security codes"))
    }

    /// The hash of a code that was mailed to `address` for `purpose`. The code in its canonical spelling.
    pub fn hash(&self, purpose: &str, address: &str, code: &str) -> String {
        self.0.sign(&[purpose, address, code])
    }

    /// Whether `code` is the one behind `hash`, for the same purpose and address.
    pub fn verify(&self, purpose: &str, address: &str, code: &str, hash: &str) -> bool {
        self.0.verify(&[purpose, address, code], hash)
    }
}

/// Creates a directory that only its owner may enter. An existing one is left as it is.
pub fn create_private_dir(path: &Path) -> std::io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Creates an empty file that only its owner may read. An existing one is left as it is.
pub fn create_private_file(path: &Path) -> std::io::Result<()> {
    match private_file(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}

fn private_file(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Writes a file whole or not at all, and never over an existing one: two first starts agree on one secret.
fn write_once(dir: &Path, path: &Path, text: &str) -> std::io::Result<()> {
    let draft = dir.join(format!("{FILE_NAME}.{}", std::process::id()));
    if draft.exists() {
        std::fs::remove_file(&draft)?;
    }
    let mut file = private_file(&draft)?;
    writeln!(file, "{text}")?;
    file.sync_all()?;
    let linked = std::fs::hard_link(&draft, path);
    std::fs::remove_file(&draft)?;
    match linked {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => File::open(dir)?.sync_all(),
    }
}

#[cfg(unix)]
fn readable_by_others(path: &Path) -> std::io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    Ok(std::fs::metadata(path)?.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn readable_by_others(_path: &Path) -> std::io::Result<bool> {
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_long_and_differ() {
        let (one, two) = (Token::random().unwrap(), Token::random().unwrap());
        assert_eq!(one.expose().len(), 43);
        assert_ne!(one.expose(), two.expose());
        assert_ne!(one.hash(), two.hash());
        assert_eq!(Token::parse(one.expose()).unwrap().hash(), one.hash());
        assert!(!format!("{one:?}").contains(one.expose()));
    }

    #[test]
    fn what_cannot_be_a_token_is_none() {
        let good = Token::random().unwrap().expose().to_owned();
        for bad in
            ["", "short", &good[1..], &format!("{good}A"), &format!("{}=", &good[1..]), &format!("{}/", &good[1..])]
        {
            assert!(Token::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn the_secret_is_made_once_and_is_private() {
        let dir = tempfile::tempdir().unwrap();
        let data = dir.path().join("data");
        let first = ServerSecret::load_or_create(&data).unwrap();
        let second = ServerSecret::load_or_create(&data).unwrap();
        assert_eq!(first.derive("x").sign(&["a"]), second.derive("x").sign(&["a"]));
        assert_ne!(first.derive("x").sign(&["a"]), first.derive("y").sign(&["a"]));
        assert_eq!(std::fs::read_dir(&data).unwrap().count(), 1, "no draft is left");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let path = data.join(FILE_NAME);
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
            assert!(matches!(ServerSecret::load_or_create(&data), Err(SecretError::Exposed { .. })));
        }
    }

    #[test]
    fn a_damaged_secret_stops_the_start() {
        let dir = tempfile::tempdir().unwrap();
        ServerSecret::load_or_create(dir.path()).unwrap();
        std::fs::write(dir.path().join(FILE_NAME), "AAAA\n").unwrap();
        assert!(matches!(ServerSecret::load_or_create(dir.path()), Err(SecretError::Damaged { .. })));
    }

    // Rules: REG-17, PWD-4
    #[test]
    fn a_code_counts_for_its_purpose_and_address_only() {
        let codes = CodeHasher::new(&ServerSecret::random().unwrap());
        let hash = codes.hash("registration", "ann@acme.example", "7KQ2M9XD");
        assert!(codes.verify("registration", "ann@acme.example", "7KQ2M9XD", &hash));
        for (purpose, address, code) in [
            ("password_reset", "ann@acme.example", "7KQ2M9XD"),
            ("registration", "bo@acme.example", "7KQ2M9XD"),
            ("registration", "ann@acme.example", "7KQ2M9XE"),
            ("registration", "ann@acme.example", ""),
            ("registrationann@acme.example", "", "7KQ2M9XD"),
        ] {
            assert!(!codes.verify(purpose, address, code, &hash), "{purpose} {address} {code}");
        }
        let elsewhere = CodeHasher::new(&ServerSecret::random().unwrap());
        assert!(!elsewhere.verify("registration", "ann@acme.example", "7KQ2M9XD", &hash));
    }
}
