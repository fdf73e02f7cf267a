from pathlib import Path

from pipeline.batch.batch_file import read_batch
from pipeline.batch.jobs import JobContext, MakeJob, make
from pipeline.kinds import SHIPPED
from pipeline.papers.caches import clear_text_caches, text_caches
from pipeline.papers.fingerprints import fingerprints
from pipeline.papers.options import RenderOptions


def test_what_was_kept_of_past_texts_is_let_go_and_changes_no_paper(batch: Path) -> None:
    order, options = read_batch(batch, SHIPPED), RenderOptions(faces=())
    context = JobContext(order.base, options, fingerprints(options))
    job = MakeJob(order.units[0], ("memo",), ("memo",))
    (before,) = make(context, job)
    filled = [cache for cache in text_caches() if cache.cache_info().currsize]
    assert len(filled) >= 3
    clear_text_caches()
    assert all(cache.cache_info().currsize == 0 for cache in filled)
    (after,) = make(context, job)
    assert after.files == before.files
