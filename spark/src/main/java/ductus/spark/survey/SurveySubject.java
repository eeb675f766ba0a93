package ductus.spark.survey;

import ductus.corpus.PieceKind;
import ductus.inspection.Tally;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/**
 * What a folder is looked through for.
 *
 * @param <P> what of a piece goes into the figures
 * @param <T> what counts them
 */
interface SurveySubject<P, T extends Tally<P, T>> extends Serializable {
  /** The files, and how they are read. */
  PieceKind<P> kind();

  /** Whether a file of such a name may be one: whoever has it says whether it is. */
  boolean mayBe(Path name);

  /** Where the reader of a file looks for others that go with it. */
  List<Path> beside(Path file);

  /** Nothing counted yet. */
  T tally();
}
