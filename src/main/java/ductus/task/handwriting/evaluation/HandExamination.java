package ductus.task.handwriting.evaluation;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.hand.Hand;
import ductus.ink.recognition.LineReader;
import ductus.ink.recognition.ReadingModels;
import ductus.ink.recognition.WriterIdentification;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.task.handwriting.synthesis.HandModel;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Examines hands by the networks that ship: one reads, one says whose hand it is. Not for use by
 * two threads at once.
 */
public final class HandExamination {
  private final WritingExamination.Task task;
  private final Kernels kernels;
  private final Workers workers;
  private final LineReader reader;
  private final WriterIdentification naming;

  /** Opens both networks. */
  public HandExamination(WritingExamination.Task task, Kernels kernels, Workers workers)
      throws BadFileException, IOException {
    this.task = task;
    this.kernels = kernels;
    this.workers = workers;
    reader =
        new LineReader(ReadingModels.reader(ReadingModels.SHIPPED).network(), kernels, workers);
    naming = ReadingModels.naming(ReadingModels.SHIPPED, kernels, workers);
  }

  /** Has a model write one of its hands. */
  public HandFigures of(HandModel model, Hand hand) {
    return of(model, hand, naming);
  }

  /** Has a model write a hand that was added to it, and that must be told from the others. */
  public HandFigures ofAdded(HandModel model, Hand hand) throws BadFileException, IOException {
    WriterIdentification withIt = ReadingModels.naming(ReadingModels.SHIPPED, kernels, workers);
    withIt.enroll(List.of(hand), task.seed());
    return of(model, hand, withIt);
  }

  private HandFigures of(HandModel model, Hand hand, WriterIdentification by) {
    return new WritingExamination(
            task, reader::read, Optional.of(lines -> names(by, lines)), kernels, workers)
        .of(model, hand);
  }

  private static List<String> names(WriterIdentification naming, List<Handwriting> lines) {
    return naming.nearest(lines).stream().map(nearest -> nearest.get(0).hand()).toList();
  }
}
