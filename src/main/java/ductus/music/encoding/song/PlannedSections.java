package ductus.music.encoding.song;

import ductus.model.Sequence;
import ductus.music.encoding.song.SongVocabulary.Kind;
import ductus.music.song.SongSection;
import ductus.music.song.SongSection.Relation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a song while it is drawn: its sections, each as a key where it changes, a relation,
 * how far back it returns unless it is new, and its length.
 */
final class PlannedSections {
  private static final int NEW = SongVocabulary.RELATIONS.indexOf(Relation.NEW);

  /** No key that a section can have. */
  private static final int AS_BEFORE = Integer.MIN_VALUE;

  private final List<SongSection> sections = new ArrayList<>();
  private int bars;
  private int planned;
  private int key = AS_BEFORE;
  private int relation = Sequence.NONE;
  private int back;

  /** What the plan says next. */
  enum Part {
    KEY_OR_RELATION,
    RELATION,
    BACK,
    LENGTH
  }

  /** Says how many bars are to be planned. */
  void setBars(int number) {
    bars = number;
  }

  boolean isWhole() {
    return bars > 0 && planned == bars;
  }

  int barsLeft() {
    return bars - planned;
  }

  List<SongSection> sections() {
    return sections;
  }

  /** The relation that the next section has, or none yet. */
  int relation() {
    return relation;
  }

  /** The section that the next one returns to, or null. */
  @Nullable SongSection source() {
    return back == 0 ? null : sections.get(sections.size() - back);
  }

  Part part() {
    if (relation == Sequence.NONE) {
      return key == AS_BEFORE ? Part.KEY_OR_RELATION : Part.RELATION;
    }
    return relation != NEW && back == 0 ? Part.BACK : Part.LENGTH;
  }

  private int keyBefore() {
    return sections.isEmpty() ? 0 : sections.get(sections.size() - 1).key();
  }

  boolean allows(int token) {
    Kind kind = SongVocabulary.kind(token);
    int index = SongVocabulary.index(token);
    return switch (part()) {
      case KEY_OR_RELATION ->
          kind == Kind.KEY
              ? !sections.isEmpty() && index + SongSection.LOWEST_KEY != keyBefore()
              : isRelation(kind, index);
      case RELATION -> isRelation(kind, index);
      case BACK -> kind == Kind.BACK && index < sections.size();
      case LENGTH -> kind == Kind.LENGTH && index + 1 <= longest();
    };
  }

  private boolean isRelation(Kind kind, int index) {
    return kind == Kind.RELATION && (!sections.isEmpty() || index == NEW);
  }

  /** What returns has ended before it returns. */
  private int longest() {
    SongSection source = source();
    return source == null ? barsLeft() : Math.min(barsLeft(), planned - source.first());
  }

  void accept(int token) {
    int index = SongVocabulary.index(token);
    switch (part()) {
      case KEY_OR_RELATION, RELATION -> {
        if (SongVocabulary.kind(token) == Kind.KEY) {
          key = index + SongSection.LOWEST_KEY;
        } else {
          relation = index;
        }
      }
      case BACK -> back = index + 1;
      case LENGTH -> {
        sections.add(
            new SongSection(
                planned,
                index + 1,
                SongVocabulary.RELATIONS.get(relation),
                back,
                key == AS_BEFORE ? keyBefore() : key));
        planned += index + 1;
        key = AS_BEFORE;
        relation = Sequence.NONE;
        back = 0;
      }
    }
  }
}
