package ductus.task.translation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Workers;
import java.util.List;
import java.util.Set;

/** A network that ships, and what it makes of pairs. */
final class ShippedTranslation implements AutoCloseable {
  /** As `translate` has it. */
  private static final int BEAM = 4;

  private final String name;
  private final Workers workers = new Workers(1);
  private final Translator translator;

  ShippedTranslation(String name) throws Exception {
    this.name = name;
    translator =
        new Translator(
            Translator.open(Translator.find(name)).network(), BEAM, KernelChoice.best(), workers);
  }

  Translator translator() {
    return translator;
  }

  String likeliest(String source) {
    return translator.translate(List.of(source)).get(0).get(0).text();
  }

  /** Hashes of the sources that it learned. */
  Set<String> learned() throws Exception {
    return Set.copyOf(Translator.open(Translator.find(name)).header().pieces());
  }

  /** At least so many of the pairs that it reads come out exactly. */
  void requireExact(int least, List<TextPair> pairs) {
    TranslationEvaluation evaluation =
        TranslationEvaluation.of(
            translator, pairs.stream().filter(pair -> translator.reads(pair.source())).toList());
    assertTrue(
        evaluation.exact() >= least, evaluation.exact() + " exact, wrong: " + evaluation.wrong());
  }

  @Override
  public void close() {
    workers.close();
  }
}
