//! An object store that counts uploads, is slow, and fails on request.

use futures_core::stream::BoxStream;
use object_store::{
    CopyOptions, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore, PutMultipartOptions,
    PutOptions, PutPayload, PutResult, Result, UploadPart, memory::InMemory, path::Path,
};
use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

#[derive(Debug, Default)]
pub(crate) struct Counting {
    pub(crate) below: InMemory,
    pub(crate) uploads: AtomicUsize,
    pub(crate) aborted: Arc<AtomicUsize>,
    pub(crate) parts_fail: AtomicBool,
}

impl fmt::Display for Counting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("counting")
    }
}

#[derive(Debug)]
struct Failing(Box<dyn MultipartUpload>, Arc<AtomicUsize>);

#[async_trait::async_trait]
impl MultipartUpload for Failing {
    fn put_part(&mut self, _: PutPayload) -> UploadPart {
        let source = std::io::Error::from(std::io::ErrorKind::StorageFull).into();
        Box::pin(async { Err(object_store::Error::Generic { store: "counting", source }) })
    }
    async fn complete(&mut self) -> Result<PutResult> {
        self.0.complete().await
    }
    async fn abort(&mut self) -> Result<()> {
        self.1.fetch_add(1, Ordering::SeqCst);
        self.0.abort().await
    }
}

#[async_trait::async_trait]
impl ObjectStore for Counting {
    async fn put_opts(&self, at: &Path, content: PutPayload, options: PutOptions) -> Result<PutResult> {
        self.uploads.fetch_add(1, Ordering::SeqCst);
        // All other tasks get as far as they can in the meantime.
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        self.below.put_opts(at, content, options).await
    }
    async fn put_multipart_opts(&self, at: &Path, options: PutMultipartOptions) -> Result<Box<dyn MultipartUpload>> {
        self.uploads.fetch_add(1, Ordering::SeqCst);
        let upload = self.below.put_multipart_opts(at, options).await?;
        if self.parts_fail.load(Ordering::SeqCst) {
            return Ok(Box::new(Failing(upload, Arc::clone(&self.aborted))));
        }
        Ok(upload)
    }
    async fn get_opts(&self, at: &Path, options: GetOptions) -> Result<GetResult> {
        self.below.get_opts(at, options).await
    }
    fn delete_stream(&self, at: BoxStream<'static, Result<Path>>) -> BoxStream<'static, Result<Path>> {
        self.below.delete_stream(at)
    }
    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        self.below.list(prefix)
    }
    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.below.list_with_delimiter(prefix).await
    }
    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.below.copy_opts(from, to, options).await
    }
}
