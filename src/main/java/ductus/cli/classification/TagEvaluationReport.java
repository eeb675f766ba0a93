package ductus.cli.classification;

import ductus.cli.console.Console;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.LearnedData;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.place.FoundModel;
import ductus.model.tagging.TaggingNetwork;
import ductus.task.tagging.TagEvaluation;
import ductus.task.tagging.TaggedFile;
import ductus.task.tagging.TaggedSentence;
import ductus.task.tagging.WordTagger;
import ductus.text.word.WordNetworkConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code ductus evaluate} with a model that tags. */
public final class TagEvaluationReport implements ModelEvaluation {
  @Override
  public List<String> encodings() {
    return List.of(WordTagger.ENCODING);
  }

  /** Says how often the right tag is said in sentences that the model did not learn. */
  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    Path data = request.folder();
    Path training = request.source().training();
    Console console = request.console();
    ModelFile<WordNetworkConfig, TaggingNetwork> model = WordTagger.open(found);
    TaggedFile file = TaggedFile.read(data);
    Set<String> known = new HashSet<>(model.header().pieces());
    List<TaggedSentence> measured =
        file.sentences().stream().filter(each -> !known.contains(each.hash())).toList();
    List<TaggedSentence> learned =
        (training == null ? file : TaggedFile.read(training))
            .sentences().stream().filter(each -> known.contains(each.hash())).toList();
    LearnedData.leaveOut(data, "sentences", file.sentences().size(), measured.size(), console);
    // From a few of them, words that were learned would count as new.
    boolean all = LearnedData.isAtHand("sentences", learned.size(), known.size(), console);
    TagEvaluation evaluation;
    try (Workers workers = new Workers(1)) {
      evaluation =
          TagEvaluation.of(
              new WordTagger(model, KernelChoice.best(), workers),
              file,
              measured,
              all ? learned : List.of());
    }
    console.print(evaluation.text("words"));
    console.print(ClassText.table(evaluation.words()));
    console.printJson(evaluation);
    ConfusionPicture.write(evaluation.words(), request.out(), console);
    return console.warnOfLeftOut(file.leftOut());
  }
}
