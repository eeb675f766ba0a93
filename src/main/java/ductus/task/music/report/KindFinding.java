package ductus.task.music.report;

import ductus.music.Score;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicKinds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of music finds in a score.
 *
 * @param encoding name of the kind
 * @param tokens of what it finds; null where it finds nothing
 * @param refusal why it finds nothing; null where it does
 */
public record KindFinding(String encoding, @Nullable Integer tokens, @Nullable String refusal) {
  /** The findings of all kinds in a score. */
  public static List<KindFinding> all(Score score) {
    return MusicKinds.all().stream().map(kind -> of(kind, score)).toList();
  }

  private static <T> KindFinding of(MusicKind<T> kind, Score score) {
    String name = kind.encoding().name();
    try {
      return new KindFinding(name, kind.encoding().tokens(kind.find(score)).length, null);
    } catch (IllegalArgumentException nothing) {
      return new KindFinding(name, null, String.valueOf(nothing.getMessage()));
    }
  }
}
