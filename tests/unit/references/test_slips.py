from knowledge.references.slips import one_edit_away, one_slip_away, without_telex


def test_a_word_is_one_edit_away_from_what_was_swapped_left_out_doubled_or_typed_wrong():
    swapped, left_out, doubled, wrong = one_edit_away("dihn")
    assert "dinh" in swapped
    assert "dihnh" in left_out
    assert "dih" in doubled
    assert "dinn" in wrong


def test_a_slip_hits_a_key_beside_the_right_one():
    assert "moi" in one_slip_away("noi")
    assert "toi" not in one_slip_away("noi")


def test_keys_of_telex_become_the_word_they_stand_for():
    assert without_telex("tieeu") == "tieu"
    assert without_telex("chis") == "chi"
    assert without_telex("ntm") is None
    assert without_telex("xa") is None
