package ductus.task.registry;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import ductus.corpus.shard.CorpusManifest;
import ductus.file.BadFileException;
import ductus.file.JsonMutation;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.HandFile;
import ductus.ink.page.Page;
import ductus.ink.page.PageJson;
import ductus.ink.page.Paper;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkJson;
import ductus.task.music.generation.GeneratedTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Takes each field of each kind of file of JSON away, and makes it null, another type and huge. */
class BrokenJsonTest {
  /** Without the first two a file is of another kind; of the others it is told otherwise. */
  private static final Set<String> TOLD_OTHERWISE =
      Set.of("format", "kind", "pieces", "pieces[0].strokes", "request.style.weights.italic");

  private final Path folder;

  BrokenJsonTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Reads a file. */
  @FunctionalInterface
  private interface Reading {
    void of(Path file) throws BadFileException, IOException;
  }

  /**
   * A kind of file.
   *
   * @param file its name
   */
  private record Kind(String file, JsonElement sample, Reading reading) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Kind> kinds() throws IOException {
    Stream<Kind> others =
        Stream.of(
            new Kind("page.json", page(), PageJson::read),
            new Kind("hand.json", hand(), HandFile::read),
            new Kind("ink.json", ink(), InkFile::read),
            new Kind(
                "tokens.json",
                json("{'pieces': [{'tokens': [1, 2], 'ended': true}]}"),
                GeneratedTokens::read),
            new Kind(
                CorpusManifest.FILE,
                json(
                    """
                    {'format': 2, 'encoding': 'melody', 'encodingVersion': 1, 'folder': 'tunes',
                     'program': '1', 'counts': {'files': 2, 'pieces': 1, 'duplicates': 1,
                     'leftOut': 0, 'tokens': 9}, 'digest': 'ab', 'shards': [{'name': 'a',
                     'rows': 1, 'bytes': 9, 'sha256': 'cd'}]}
                    """),
                file -> CorpusManifest.read(file.resolveSibling(""))));
    return Stream.concat(others, provenances());
  }

  private static Stream<Kind> provenances() throws IOException {
    Regenerators regenerators = new Regenerators("test", 1);
    Stream.Builder<Kind> kinds = Stream.builder();
    for (String name : regenerators.all().stream().map(each -> each.kind().name()).toList()) {
      JsonElement golden =
          JsonParser.parseString(
              new String(
                  Objects.requireNonNull(BrokenJsonTest.class.getResourceAsStream(name + ".json"))
                      .readAllBytes(),
                  StandardCharsets.UTF_8));
      kinds.add(new Kind(name + ".json", golden, regenerators::open));
    }
    return kinds.build();
  }

  private static JsonElement json(String text) {
    return JsonParser.parseString(text.replace('\'', '"'));
  }

  private static JsonElement page() {
    Stroke stroke = new Stroke(List.of(PenPoint.at(12, 120), PenPoint.at(12.5, 124)));
    Page page =
        new Page(
            1,
            Paper.A6,
            List.of(new Page.Rule(0, 20, 105, 20)),
            List.of(new Page.PlacedLine(120, List.of(new Page.PlacedWord("Hi", List.of(stroke))))));
    return JsonParser.parseString(
        new String(PageJson.bytes(List.of(page), "A card"), StandardCharsets.UTF_8));
  }

  private static JsonElement hand() throws IOException {
    return json(
        """
        {'format': 'ductus-hand', 'version': 1, 'name': 'tiny', 'description': 'a', 'license': 'b',
         'joined': true, 'characters': {'a': [{'strokes': ['M0 0L1 1'], 'joins': 'both'}]}}
        """);
  }

  private static JsonElement ink() {
    Stroke stroke = new Stroke(List.of(new PenPoint(0, 0, 0.1, 0.5), new PenPoint(3, 1, 0.2, 0.5)));
    return JsonParser.parseString(
        InkJson.write(
            List.of(new Handwriting(List.of(stroke), Optional.of("ah"), Optional.empty()))));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isReadOrRefusedByTheNameOfWhatIsBroken(Kind kind) throws IOException {
    Path file = folder.resolve(kind.file());
    for (JsonMutation mutation : JsonMutation.of(kind.sample())) {
      if (TOLD_OTHERWISE.contains(mutation.path())) {
        continue;
      }
      Files.writeString(file, mutation.json());
      mutation.assertReadOrNamed(() -> kind.reading().of(file));
    }
  }
}
