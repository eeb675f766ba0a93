package ductus.cli.misuse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.cli.CommandRun;
import ductus.file.TensorFile;
import ductus.music.audio.TinySoundFont;
import ductus.music.hearing.WavBytes;
import ductus.run.TinyRuns;
import ductus.task.music.request.MusicTrainingConfig;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A folder with all that can be asked for wrongly: whole files, broken ones and none at all. */
final class MisusedFolder {
  private static final Path TEXTS = Path.of("src/test/resources/ductus/cli/misuse/files");

  /** Endings of files that are read, each of which is there without any content, and as noise. */
  private static final List<String> ENDINGS =
      List.of(
          "mid",
          "abc",
          "musicxml",
          "mxl",
          "json",
          "csv",
          "tsv",
          "txt",
          "png",
          "wav",
          "sf2",
          "svg",
          "inkml",
          "xopp",
          "ebb",
          "gcode",
          "safetensors");

  private final Path path;

  private MisusedFolder(Path path) {
    this.path = path;
  }

  /** Fills a folder. */
  static void fill(Path path) throws Exception {
    MisusedFolder folder = new MisusedFolder(path);
    folder.putTexts();
    folder.putBrokenFiles();
    folder.putFolders();
    folder.putMusic();
    folder.putPictures();
    folder.putModels();
  }

  private Path at(String name) {
    return path.resolve(name);
  }

  /** Makes something by a command, as a user would. */
  private static void run(Object... command) {
    CommandRun run = CommandRun.of(command);
    assertEquals(0, run.status(), run.err());
  }

  private void putTexts() throws IOException {
    try (Stream<Path> texts = Files.list(TEXTS)) {
      for (Path text : texts.toList()) {
        Files.copy(text, at(text.getFileName().toString()));
      }
    }
    Files.write(at("latin.txt"), new byte[] {'s', (byte) 0xFC, (byte) 0xDF, '\n'});
    Files.write(at("latin.csv"), new byte[] {'a', '\n', (byte) 0xFC, (byte) 0xDF, '\n'});
    Files.copy(Path.of("corpora/hands/note.json"), at("ink.json"));
  }

  private void putBrokenFiles() throws IOException {
    byte[] noise = new byte[200];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i * 37 + 129);
    }
    for (String ending : ENDINGS) {
      Files.createFile(at("empty." + ending));
      Files.write(at("noise." + ending), noise);
    }
    Files.writeString(at("deep.json"), "[".repeat(100_000));
  }

  private void putFolders() throws IOException {
    Files.createDirectories(at("nothing"));
    Files.createDirectories(at("hands"));
    Files.createDirectories(at("a.mid"));
    Files.createDirectories(at("full"));
    Files.writeString(at("full/kept.txt"), "mine");
    Files.createDirectories(at("letters"));
    Files.writeString(at("letters/letter.txt"), "Dear Anna");
  }

  private void putMusic() throws IOException {
    TinyRuns.corpus(at("tunes"), 5);
    TinyRuns.corpus(at("one"), 1);
    Files.copy(at("tunes/tune-00.mid"), at("tune.mid"));
    Files.copy(Path.of("corpora/melodies/bobby-shafto.abc"), at("tune.abc"));
    cut(at("tune.mid"), at("cut.mid"), 60);
    float[] sound = new float[8000];
    for (int t = 0; t < sound.length; t++) {
      sound[t] = (float) Math.sin(0.3 * t);
    }
    Files.write(at("sound.wav"), WavBytes.of(sound, 8000));
    cut(at("sound.wav"), at("cut.wav"), 30);
    Files.write(at("tiny.sf2"), TinySoundFont.bytes());
    cut(at("tiny.sf2"), at("cut.sf2"), 100);
  }

  private static void cut(Path whole, Path part, int length) throws IOException {
    Files.write(part, Arrays.copyOf(Files.readAllBytes(whole), length));
  }

  private void putPictures() throws IOException {
    BufferedImage image = new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    ImageIO.write(image, "png", at("white.png").toFile());
    pen.setColor(Color.BLACK);
    pen.drawLine(20, 20, 100, 60);
    pen.dispose();
    ImageIO.write(image, "png", at("picture.png").toFile());
    cut(at("picture.png"), at("cut.png"), 60);
    byte[] huge = Files.readAllBytes(at("picture.png"));
    // Behind the signature, the length and the name of the first part: width and height.
    ByteBuffer.wrap(huge).putInt(16, 90_000).putInt(20, 90_000);
    Files.write(at("huge.png"), huge);
  }

  private void putModels() throws Exception {
    Path melody = TinyRuns.model(at("melody.safetensors"), MusicTrainingConfig.Keys.COMMON, 1);
    cut(melody, at("cut.safetensors"), 300);
    TensorFile newer = TensorFile.read(melody);
    String header = Objects.requireNonNull(newer.metadata().get("ductus"));
    newer.metadata().put("ductus", header.replaceFirst("\"format\":\\d+", "\"format\":9"));
    newer.write(at("newer.safetensors"));
    newer
        .metadata()
        .put("ductus", header.replaceFirst("\"encodingVersion\":\\d+", "\"encodingVersion\":99"));
    newer.write(at("later.safetensors"));
    newer.metadata().clear();
    newer.write(at("foreign.safetensors"));
    run(train("text", at("text.txt"), at("text"), "--embedding", 4, "--batch", 4));
    run(train("series", at("waves.csv"), at("waves"), "--window", 16, "--batch", 16));
    run("generate", melody, "--bars", 2, "--seed", 1, "--out", at("made/tune.mid"), "--quiet");
    run(
        "write",
        "Hi",
        "--hand",
        "note",
        "--hands",
        at("hands"),
        "--seed",
        1,
        "--out",
        at("page.json"),
        "--to",
        "json,gcode,ebb",
        "--quiet");
  }

  private static Object[] train(String command, Path source, Path run, Object... more) {
    return Stream.concat(
            Stream.of(
                command,
                "train",
                source,
                "--out",
                run,
                "--hidden",
                8,
                "--epochs",
                2,
                "--warmup",
                1,
                "--until",
                1,
                "--quiet"),
            Stream.of(more))
        .toArray();
  }
}
