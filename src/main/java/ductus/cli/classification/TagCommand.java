package ductus.cli.classification;

import ductus.cli.option.CommonOptions;
import ductus.corpus.Inputs;
import ductus.corpus.TextInputs;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.metric.classification.Classification;
import ductus.model.place.FoundModel;
import ductus.task.tagging.WordTagger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus tag TEXT}. */
@Command(
    name = "tag",
    description = {
      "Says of every word of a text what it is; the model that ships names the parts of speech of"
          + " English: NOUN, VERB, ADJ, ADV, PRON, DET (articles and their like), ADP"
          + " (prepositions), NUM, CONJ, PRT (particles), . (marks) and X (others).",
      ""
    },
    subcommands = TagTrainCommand.class,
    footer = {
      "",
      "Example: ductus tag time flies like an arrow",
      "ductus evaluate MODEL FILE.tsv measures how often a tag is right."
    })
public final class TagCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "TEXT",
      description = "A text; or files with a sentence a line, - for standard input.")
  private List<String> given = List.of();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "A model file or a training run's folder; by default the one that ships.")
  private String model = WordTagger.SHIPPED;

  @Mixin private CommonOptions common = new CommonOptions();

  /** A word with its tags, the most probable first. */
  private record TaggedWord(
      String word,
      String tag,
      double probability,
      boolean known,
      List<Classification.Ranked> ranking) {}

  /** A sentence. */
  private record Sentence(List<TaggedWord> words) {}

  /** The result of all sentences. */
  private record Result(String model, String sha256, List<Sentence> sentences) {}

  @Override
  public Integer call() throws BadFileException, IOException {
    if (given.isEmpty()) {
      throw common.wrongUsage("Missing TEXT: what is to be tagged?");
    }
    common.console().noticeOfKernels(KernelChoice.best());
    FoundModel found = WordTagger.find(model);
    Inputs<List<String>> texts = texts();
    List<Sentence> sentences = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      WordTagger tagger = new WordTagger(WordTagger.open(found), KernelChoice.best(), workers);
      List<List<String>> words = texts.things().stream().map(Inputs.Named::thing).toList();
      List<List<Classification>> said = tagger.tag(words);
      for (int i = 0; i < words.size(); i++) {
        sentences.add(sentence(tagger, words.get(i), said.get(i)));
      }
    }
    for (Sentence sentence : sentences) {
      common
          .console()
          .print(
              sentence.words().stream()
                  .map(word -> word.word() + "/" + word.tag())
                  .collect(Collectors.joining(" ")));
    }
    common.console().printJson(new Result(found.place().name(), found.sha256(), sentences));
    return common.console().warnOfLeftOut(texts.leftOut());
  }

  private Inputs<List<String>> texts() throws BadFileException, IOException {
    try {
      return TextInputs.read(given);
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }

  private static Sentence sentence(
      WordTagger tagger, List<String> words, List<Classification> said) {
    return new Sentence(
        IntStream.range(0, words.size())
            .mapToObj(
                t ->
                    new TaggedWord(
                        words.get(t),
                        said.get(t).label(),
                        said.get(t).probability(),
                        tagger.knows(words.get(t)),
                        said.get(t).ranking()))
            .toList());
  }
}
