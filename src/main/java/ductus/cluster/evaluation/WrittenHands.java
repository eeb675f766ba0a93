package ductus.cluster.evaluation;

import ductus.cluster.evaluation.ClusterModel.ModelComputation;
import ductus.file.BadFileException;
import ductus.ink.hand.Hand;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.metric.GroupComputation;
import ductus.model.place.FoundModel;
import ductus.task.handwriting.evaluation.HandExamination;
import ductus.task.handwriting.evaluation.HandFigures;
import ductus.task.handwriting.evaluation.WritingExamination;
import ductus.task.handwriting.synthesis.HandModel;
import java.io.IOException;
import java.util.List;

/**
 * Hands that a model writes.
 *
 * @param task what it writes
 */
public record WrittenHands(WritingExamination.Task task)
    implements ModelComputation<Hand, HandFigures> {
  private static final long serialVersionUID = 1L;

  /** Has a cluster examine hands, each by itself. */
  public static GroupComputation<Hand, HandFigures> by(
      ClusterModel model, WritingExamination.Task task) {
    return hands -> model.each(new WrittenHands(task), hands, 1);
  }

  @Override
  public List<HandFigures> of(FoundModel found, List<Hand> hands, int cores)
      throws BadFileException, IOException {
    HandModel model = HandModel.of(found);
    try (Workers workers = new Workers(cores)) {
      HandExamination examination =
          new HandExamination(model, List.of(), task, KernelChoice.best(), workers);
      return hands.stream().map(hand -> examination.of(hand)).toList();
    }
  }
}
