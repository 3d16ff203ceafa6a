//! TLS from two files, read again when they change: a new certificate needs no restart.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::SystemTime;

use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::TlsAcceptor;

/// Why the files cannot be used, as a sentence.
pub type NotRead = String;

/// A certificate with its key, as they stand in the files.
pub struct Certificates {
    certificate: PathBuf,
    key: PathBuf,
    now: RwLock<Read>,
}

struct Read {
    config: Arc<ServerConfig>,
    changed: [Option<SystemTime>; 2],
}

impl Certificates {
    /// Reads the files: the chain of certificates, the site's own first, and its private key, both as PEM.
    ///
    /// # Errors
    /// A sentence that names the file.
    pub fn read(certificate: &Path, key: &Path) -> Result<Self, NotRead> {
        let changed = [certificate, key].map(changed_at);
        let config = config(certificate, key)?;
        Ok(Self {
            certificate: certificate.to_owned(),
            key: key.to_owned(),
            now: RwLock::new(Read { config, changed }),
        })
    }

    /// Reads the files again where one of them changed. Connections that stand are left alone.
    ///
    /// # Errors
    /// A sentence; what was read before stays in use.
    pub fn follow(&self) -> Result<bool, NotRead> {
        let changed = [&self.certificate, &self.key].map(|path| changed_at(path));
        if self.now.read().unwrap_or_else(PoisonError::into_inner).changed == changed {
            return Ok(false);
        }
        let config = config(&self.certificate, &self.key)?;
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Read { config, changed };
        Ok(true)
    }

    /// What answers a new connection.
    #[must_use]
    pub fn acceptor(&self) -> TlsAcceptor {
        let now = self.now.read().unwrap_or_else(PoisonError::into_inner);
        TlsAcceptor::from(Arc::clone(&now.config))
    }
}

fn changed_at(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).and_then(|data| data.modified()).ok()
}

fn config(certificate: &Path, key: &Path) -> Result<Arc<ServerConfig>, NotRead> {
    let cannot = |path: &Path, why: String| format!("{} cannot be used for TLS: {why}", path.display());
    let chain = CertificateDer::pem_file_iter(certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|error| cannot(certificate, error.to_string()))?;
    let private = PrivateKeyDer::from_pem_file(key).map_err(|error| cannot(key, error.to_string()))?;
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, private))
        .map_err(|error| cannot(certificate, error.to_string()))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}
