import asyncio

import pytest

from bot.telegram.options import Access


def test_open_and_list(make_desk):
    assert asyncio.run(make_desk().access.may_ask(1))
    desk = make_desk(access=Access.LIST, allowed=frozenset({1}), admins=frozenset({2}))
    assert [asyncio.run(desk.access.may_ask(user)) for user in (1, 2, 3)] == [True, True, False]


@pytest.fixture
def approval(make_desk):
    return make_desk(access=Access.APPROVAL).access


def test_a_code_lets_one_person_in_once(approval):
    async def scenario():
        code = await approval.invite()
        assert not await approval.may_ask(5)
        assert await approval.redeem(5, f" {code.lower()} ")
        assert await approval.may_ask(5)
        assert not await approval.redeem(6, code)
        assert await approval.expel(5)
        assert not await approval.may_ask(5)
        assert not await approval.redeem(5, code)

    asyncio.run(scenario())


def test_guessing_is_stopped(approval):
    async def scenario():
        for _ in range(5):
            assert not await approval.redeem(5, "SAI")
        assert not await approval.redeem(5, await approval.invite())

    asyncio.run(scenario())


def test_an_old_code_is_refused(approval, monkeypatch):
    monkeypatch.setattr("bot.telegram.access.CODE_LASTS", -1)

    async def scenario():
        assert not await approval.redeem(5, await approval.invite())

    asyncio.run(scenario())
