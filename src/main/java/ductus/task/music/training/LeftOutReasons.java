package ductus.task.music.training;

import ductus.corpus.Corpus;
import ductus.corpus.Count;
import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicKinds;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The reasons why files of a folder were left out, and which other encoding would take them. */
final class LeftOutReasons {
  private static final int MOST_REASONS = 4;

  /** Number of the files that are tried with the other encodings. */
  private static final int TRIED = 20;

  private LeftOutReasons() {}

  /** The reasons in a line, empty where none was left out. */
  static String of(Corpus<?> corpus, String encoding) {
    List<LeftOut> leftOut = corpus.leftOut();
    if (leftOut.isEmpty()) {
      return "";
    }
    List<Count> reasons = Count.ofReasons(leftOut.stream().map(LeftOut::reason));
    String why =
        reasons.stream()
            .limit(MOST_REASONS)
            .map(reason -> reason.count() + " × " + reason.what())
            .collect(Collectors.joining("; "));
    return ": "
        + why
        + (reasons.size() > MOST_REASONS
            ? "; and " + (reasons.size() - MOST_REASONS) + " other reasons"
            : "")
        + others(leftOut.subList(0, Math.min(TRIED, leftOut.size())), encoding);
  }

  private static String others(List<LeftOut> tried, String encoding) {
    return MusicKinds.all().stream()
        .filter(kind -> !kind.encoding().name().equals(encoding))
        .map(kind -> new Count(kind.encoding().name(), readable(kind, tried)))
        .filter(count -> count.count() > 0)
        .map(
            count ->
                String.format(
                        Locale.ROOT,
                        "; --encoding %s takes %d of the %s %d",
                        count.what(),
                        count.count(),
                        tried.size() < TRIED ? "" : "first",
                        tried.size())
                    .replace("  ", " "))
        .collect(Collectors.joining());
  }

  private static long readable(MusicKind<?> kind, List<LeftOut> files) {
    return files.stream().filter(file -> reads(kind, file)).count();
  }

  private static boolean reads(MusicKind<?> kind, LeftOut file) {
    try {
      kind.read(file.path());
      return true;
    } catch (BadFileException | IOException | RuntimeException | StackOverflowError unreadable) {
      return false;
    }
  }
}
