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
import ductus.task.handwriting.training.AlignedLine;
import ductus.task.handwriting.training.LearnedPerson;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Examines hands by the networks that ship: one judges, one says whose hand it is. Not for use by
 * two threads at once.
 */
public final class HandExamination {
  /** Lines by which somebody is known again. */
  private static final int ENROLLED = 40;

  private final WritingExamination.Task task;
  private final Kernels kernels;
  private final Workers workers;
  private final LineReader judge;
  private final WriterIdentification naming;

  /** Opens both networks. */
  public HandExamination(WritingExamination.Task task, Kernels kernels, Workers workers)
      throws BadFileException, IOException {
    this.task = task;
    this.kernels = kernels;
    this.workers = workers;
    judge = ReadingModels.judge(kernels, workers);
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

  /** Has a model write as people whose lines it learned, who must be told from each other. */
  public List<HandFigures> of(HandModel model, List<LearnedPerson> people)
      throws BadFileException, IOException {
    WriterIdentification withThem = ReadingModels.naming(ReadingModels.SHIPPED, kernels, workers);
    for (LearnedPerson person : people) {
      withThem.enroll(
          person.name(),
          person.learned().stream().limit(ENROLLED).map(AlignedLine::handwriting).toList());
    }
    WritingExamination examination = examination(withThem);
    return people.stream().map(person -> examination.of(model, person)).toList();
  }

  private HandFigures of(HandModel model, Hand hand, WriterIdentification by) {
    return examination(by).of(model, hand);
  }

  private WritingExamination examination(WriterIdentification by) {
    return new WritingExamination(
        task, judge::read, Optional.of(lines -> names(by, lines)), kernels, workers);
  }

  private static List<String> names(WriterIdentification naming, List<Handwriting> lines) {
    return naming.nearest(lines).stream().map(nearest -> nearest.get(0).hand()).toList();
  }
}
