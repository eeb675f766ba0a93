package ductus.spark.survey;

import ductus.ink.read.InkFile;
import ductus.corpus.PieceKind;
import ductus.inspection.ink.InkFigures;
import ductus.inspection.ink.InkTally;
import java.nio.file.Path;
import java.util.List;

/** Files of ink, which are known by how they begin, not by their names. */
record InkSurveySubject() implements SurveySubject<InkFigures, InkTally> {
  private static final long serialVersionUID = 1L;

  @Override
  public PieceKind<InkFigures> kind() {
    return InkFigures.KIND;
  }

  @Override
  public boolean mayBe(Path name) {
    return true;
  }

  @Override
  public List<Path> beside(Path file) {
    return InkFile.beside(file);
  }

  @Override
  public InkTally tally() {
    return new InkTally();
  }
}
