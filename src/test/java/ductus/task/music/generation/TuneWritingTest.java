package ductus.task.music.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.provenance.Provenance;
import ductus.provenance.Provenance.UsedModel;
import ductus.run.TinyRuns;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.registry.Regenerable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneWritingTest {
  private final Path folder;
  private final Path sidecar;

  TuneWritingTest(@TempDir Path folder) {
    this.folder = folder;
    this.sidecar = folder.resolve("tune.json");
  }

  private static MusicRequest request(long seed) {
    return new MusicRequest(
        new MusicRequest.Header(new TimeSignature(0, 6, 8), 9, Mode.DORIAN, 12),
        new MusicRequest.Opening(List.of(0, 5, 12, 40, -1, 200, 2), -3),
        new Key(2, Mode.MAJOR),
        new Sampling(0.1 + 0.2, 7, 1.0 / 3),
        seed,
        99.5,
        40);
  }

  private static Provenance<TuneWriting.RequestedTune> provenance(MusicRequest request) {
    TreeMap<String, String> files = new TreeMap<>();
    files.put(".mid", "12ab");
    files.put(".svg", "34cd");
    return new Provenance<>(
        "1.0",
        new UsedModel("/models/ä.safetensors", "ff00"),
        "EJML",
        new TuneWriting.RequestedTune(request, 3),
        files,
        "");
  }

  @Test
  void readsWhatItWrote() throws Exception {
    for (long seed : new long[] {0, -1, Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) + 1}) {
      TuneWriting.KIND.write(sidecar, provenance(request(seed)));
      assertEquals(provenance(request(seed)), TuneWriting.KIND.read(sidecar));
    }
  }

  @Test
  void aStopEndsTheDrawingOfTunesAndLeavesWholeOnes() throws Exception {
    MusicModel<?> folk = MusicModels.open("folk");
    MusicRequest request = MusicRequest.open(folk.kind().sampling(), 5).with(folk.usual());
    List<Path> stems = IntStream.range(0, 100).mapToObj(i -> folder.resolve("tune-" + i)).toList();
    int[] asked = {0};
    // Within the first tunes that are drawn together, of some hundred tokens each.
    assertEquals(
        List.of(),
        new TuneWriting("test", 1)
            .write(folk, "folk", request, stems, Optional.empty(), () -> ++asked[0] == 20));
    assertEquals(20, asked[0]);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void readsWhatIsLeftOpen() throws Exception {
    MusicRequest open =
        new MusicRequest(
            MusicRequest.Header.OPEN,
            MusicRequest.Opening.NONE,
            null,
            MusicRequest.DEFAULT_SAMPLING,
            1,
            0,
            MusicRequest.PIANO);
    TuneWriting.KIND.write(sidecar, provenance(open));
    assertEquals(provenance(open), TuneWriting.KIND.read(sidecar));
  }

  @Test
  void refusesWhatIsNoSidecar() throws Exception {
    assertEquals("no such file", refusal());
    for (String content : List.of("[]", "{\"request\": 3}", "<svg/>", "\"text\"")) {
      Files.writeString(sidecar, content);
      assertTrue(refusal().startsWith("not a provenance file of Ductus"), refusal());
    }
    Files.writeString(sidecar, "{}");
    assertEquals("not a provenance file of Ductus: program is missing", refusal());
    Files.write(sidecar, new byte[] {(byte) 0xff, 1, 2});
    assertEquals("not a provenance file of Ductus: it is not text", refusal());
    Files.writeString(sidecar, "");
    assertEquals("not a provenance file of Ductus: it is empty", refusal());
  }

  @Test
  void refusesASidecarThatLacksAPart() throws Exception {
    TuneWriting.KIND.write(sidecar, provenance(request(1)));
    String good = Files.readString(sidecar);
    for (String name :
        List.of(
            "model",
            "modelSha256",
            "request",
            "header",
            "opening",
            "sampling",
            "tokens",
            "files",
            "soundBank")) {
      Files.writeString(sidecar, good.replace("\"" + name + "\"", "\"x" + name + "\""));
      assertTrue(refusal().length() > 5, name);
    }
  }

  @Test
  void refusesASidecarThatIsCutShort() throws Exception {
    TuneWriting.KIND.write(sidecar, provenance(request(1)));
    String good = Files.readString(sidecar).strip();
    for (int length = 0; length < good.length(); length += 3) {
      Files.writeString(sidecar, good.substring(0, length));
      assertTrue(refusal().length() > 5, "cut at " + length);
    }
  }

  @Test
  void refusesValuesThatCannotBe() throws Exception {
    TuneWriting.KIND.write(sidecar, provenance(request(1)));
    String good = Files.readString(sidecar);
    Files.writeString(sidecar, good.replace("99.5", "1e9"));
    assertTrue(refusal().startsWith("tempo must be 10 to 1000"), refusal());
    Files.writeString(sidecar, good.replace("\"topK\": 7", "\"topK\": -7"));
    assertEquals("top-k must be 0 (all) or more but was -7", refusal());
    Files.writeString(sidecar, good.replace("\"program\": 40", "\"program\": 300"));
    assertEquals("program must be 0 to 127 but was 300", refusal());
    Files.writeString(sidecar, good.replace("\"number\": 3", "\"number\": -3"));
    assertEquals("number must be 0 or more but was -3", refusal());
  }

  /** What passes as a sidecar and yet cannot be made is the file's fault, and leaves nothing. */
  @Test
  void asksOnlyForWhatCanBeMade() throws Exception {
    Path model =
        TinyRuns.model(folder.resolve("model.safetensors"), MusicTrainingConfig.Keys.OWN, 1);
    MusicModel<Melody> opened = MusicModels.open(model.toString(), new MelodyKind());
    MusicRequest good = request(1);
    for (MusicRequest.Opening opening :
        List.of(
            new MusicRequest.Opening(List.of(0), 0),
            new MusicRequest.Opening(List.of(-1, 2, 3), 0),
            new MusicRequest.Opening(List.of(0, 1_000_000), 0),
            new MusicRequest.Opening(List.of(0, -7, 3, 4, 5, 6, 7), 0))) {
      assertCannotBeMade(
          opened,
          new MusicRequest(MusicRequest.Header.OPEN, opening, null, good.sampling(), 1, 0, 0));
    }
    for (MusicRequest.Header header :
        List.of(
            new MusicRequest.Header(null, null, null, 65),
            new MusicRequest.Header(null, null, null, 0),
            new MusicRequest.Header(new TimeSignature(0, 13, 16), null, null, null))) {
      assertCannotBeMade(
          opened,
          new MusicRequest(header, MusicRequest.Opening.NONE, null, good.sampling(), 1, 0, 0));
    }
  }

  private void assertCannotBeMade(MusicModel<Melody> model, MusicRequest request) {
    UsedModel used = new UsedModel(folder.resolve("model.safetensors").toString(), model.sha256());
    Regenerable<?> bad =
        new Regenerable<>(
            new TuneWriting("1.0", 1),
            sidecar,
            new Provenance<>(
                "1.0",
                used,
                "EJML",
                new TuneWriting.RequestedTune(request, 0),
                new TreeMap<>(),
                ""));
    BadFileException refusal =
        assertThrows(
            BadFileException.class,
            () -> bad.again(folder.resolve("again"), ReadingListener.NONE),
            request.toString());
    assertEquals(sidecar, refusal.path());
    assertFalse(Files.exists(folder.resolve("again.json")));
    assertFalse(Files.exists(folder.resolve("again.mid")));
  }

  private String refusal() {
    BadFileException refusal =
        assertThrows(BadFileException.class, () -> TuneWriting.KIND.read(sidecar));
    assertEquals(sidecar, refusal.path());
    assertEquals(1, refusal.reason().lines().count());
    return refusal.reason();
  }
}
