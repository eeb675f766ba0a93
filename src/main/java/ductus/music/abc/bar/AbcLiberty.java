package ductus.music.abc.bar;

/** A liberty that is taken in reading a tune that keeps less than strictly to the standard. */
public enum AbcLiberty {
  TEXT_BETWEEN("is neither field nor music: passed over"),
  AFTER_THE_END("follows the empty line that ended the tune: passed over"),
  FIELD("cannot be read: passed over"),
  METRE("is no metre: read as free metre"),
  KEY("is no key: read without sharps and flats"),
  KEY_ACCIDENTALS("has accidentals that its signature cannot show: the notes have them"),
  MACRO("is a macro, which is not applied: the notes are read as they stand"),
  PART_ORDER("is not the order of the parts: played as they stand"),
  PART_MISSING("is in the order of parts but nowhere else: passed over"),
  PART_UNPLAYED("is not in the order of parts: not played"),
  ANNOTATION("is no chord symbol: read as an annotation"),
  CHORD_UNPLACED("has no note of its own: passed over"),
  JUMP("is not played: the tune is read as it is written"),
  LINE_BREAK("closes no decoration: read as the end of a staff"),
  OLD_CHORD("is read as a chord between plus signs, as in old ABC"),
  SIGN("means nothing here: passed over"),
  ACCIDENTAL("stands before no note: passed over"),
  BROKEN_RHYTHM("does not stand between two notes: passed over"),
  TUPLET("is no tuplet: read as a slur"),
  TUPLET_OPEN("is not full before the next or the end: read as it stands"),
  TIE("leads to no note of its pitch: read as a slur"),
  BAR_LENGTH("is not as long as the metre says: read as it stands"),
  REPEAT_START("has no |: and goes back to the double bar"),
  REPEAT_END("has no :| and is repeated where the next begins"),
  REPEAT_OPEN("has no :| to the end: played once"),
  ENDING("is no ending: passed over"),
  ENDING_BODY("follows nothing that is repeated: played as it stands"),
  ENDING_CLOSE("is not closed by :| but another follows: read as if it were"),
  ENDING_TWICE("is there twice: played in turn");

  private final String words;

  AbcLiberty(String words) {
    this.words = words;
  }

  /** What is said of the thing that stands there. */
  String words() {
    return words;
  }
}
