package ductus.cli.classification;

import ductus.cli.console.Console;
import ductus.cli.option.OutOption;
import ductus.file.AtomicFile;
import ductus.metric.classification.ClassEvaluation;
import java.io.IOException;
import java.nio.file.Path;

/** The picture of what was taken for what, where one is asked for. */
final class ConfusionPicture {
  private static final String NAME = "confusion.svg";

  private ConfusionPicture() {}

  static void write(ClassEvaluation evaluation, OutOption out, Console console) throws IOException {
    if (out.path().isPresent()) {
      Path given = out.path().get();
      Path picture = given.toString().endsWith(".svg") ? given : given.resolve(NAME);
      AtomicFile.makeFolderOf(picture);
      AtomicFile.write(picture, evaluation.svg());
      console.say("Wrote " + picture);
    }
  }
}
