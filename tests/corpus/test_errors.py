"""Every error of ours has the one root, and no name stands for two errors."""

import pickle
from inspect import getmembers, isclass

import pytest

import corpus.errors
import index.errors
import search.errors
import web.errors
from corpus.errors import EvidenceError, Refused

PACKAGES = (corpus, index, search, web)


def errors_of(package):
    return {
        error
        for _, error in getmembers(package.errors, isclass)
        if issubclass(error, Exception) and error.__module__ == f"{package.__name__}.errors"
    }


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_every_error_has_the_common_root(package):
    assert errors_of(package)
    assert all(issubclass(error, EvidenceError) for error in errors_of(package))


def test_no_two_errors_share_a_name():
    names = [error.__name__ for package in PACKAGES for error in errors_of(package)]
    assert len(set(names)) == len(names)


def test_a_refusal_names_file_cause_and_remedy_also_when_it_comes_from_a_worker():
    refusal = pickle.loads(pickle.dumps(Refused("a.pdf", "is empty", "fetch it again")))
    assert str(refusal) == "a.pdf: is empty; fetch it again"
    assert (refusal.file, refusal.cause, refusal.remedy) == ("a.pdf", "is empty", "fetch it again")
