"""What is kept of the weights of words between queries."""

from search.language.nodes import Phrase, Synonyms, Term
from search.local.cache import ENTRY_BYTES
from search.local.evaluate import evaluate
from search.local.query_context import QueryContext
from search.local.ranking.bm25 import Bm25
from tests.search.clocks import AMPLE
from tests.search.local.test_cache import zeros
from tests.search.worlds import index_snapshot


def test_words_push_no_synonyms_out(tmp_path):
    bm25 = Bm25(index_snapshot(tmp_path, ("one", ["Care plans are late.", "Plans are clear."], {})))
    context = QueryContext.begin(bm25, AMPLE)
    node = Synonyms([Term("text", "plan"), Phrase("text", ["care", "plan"])])
    matches = evaluate(node, context)
    for word in range(2 * bm25.cache.max_bytes // ENTRY_BYTES):
        bm25.cache.get(word, zeros(0))
    assert evaluate(node, context) is matches
    assert bm25.synonyms.max_bytes < bm25.cache.max_bytes
