package ductus.cli;

import static ductus.cli.Complaints.assertFails;
import static ductus.cli.Complaints.assertWrongUsage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {
  private final Path folder;

  ClassifyCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Texts of which a word says the class. */
  private Path table() throws Exception {
    StringBuilder text = new StringBuilder("text,label\n");
    for (String thing : "cat dog cow hen pig fox".split(" ", -1)) {
      text.append("The ").append(thing).append(" is red,warm\n");
      text.append("Our ").append(thing).append(" is blue,cold\n");
    }
    return Files.writeString(folder.resolve("colors.csv"), text);
  }

  private Path trained() throws Exception {
    Path run = folder.resolve("run");
    CommandRun trained =
        CommandRun.of(
            "classify",
            "train",
            table(),
            "--of",
            "texts",
            "--out",
            run,
            "--epochs",
            30,
            "--hidden",
            8,
            "--embedding",
            8,
            "--batch",
            4,
            "--learning-rate",
            0.02);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    assertTrue(trained.out().contains("of 2 held-out texts right"), trained.out());
    return run;
  }

  @Test
  void wholeSeriesAreToldApart() throws Exception {
    Path shapes = folder.resolve("shapes");
    CommandRun.of(
        "series", "known", "cylinder-bell-funnel", "--length", 60, "--seed", 1, "--out", shapes);
    Files.writeString(shapes.resolve("bell/two.csv"), "a,b\n" + "1,2\n2,4\n".repeat(9));
    Path run = folder.resolve("shapes-run");
    CommandRun trained =
        CommandRun.of(
            "classify",
            "train",
            shapes,
            "--of",
            "series",
            "--out",
            run,
            "--epochs",
            12,
            "--hidden",
            8,
            "--learning-rate",
            0.02);
    assertEquals(ExitStatus.LEFT_OUT, trained.status(), trained.err());
    assertTrue(
        trained.err().contains("must have 1 column, as bell-00001.csv, but has 2 columns"),
        trained.err());
    assertTrue(trained.out().contains("by the nearest mean of simple features"), trained.out());
    Path others = folder.resolve("others");
    CommandRun.of(
        "series", "known", "cylinder-bell-funnel", "--length", 30, "--seed", 2, "--out", others);
    CommandRun measured = CommandRun.of("evaluate", run, others, "--json");
    double accuracy =
        JsonParser.parseString(measured.out()).getAsJsonObject().get("accuracy").getAsDouble();
    assertTrue(accuracy > 0.6, measured.out());
    CommandRun said =
        CommandRun.of("classify", others.resolve("bell/bell-00001.csv"), "--model", run);
    assertEquals(ExitStatus.DONE, said.status(), said.err());
    assertFails(
        "must have 1 column, as those that were learned, but has 2 columns",
        "classify",
        shapes.resolve("bell/two.csv"),
        "--model",
        run);
  }

  @Test
  void aModelIsTrainedUsedAndMeasured() throws Exception {
    Path run = trained();
    CommandRun resumed = CommandRun.of("classify", "train", "--resume", "--out", run);
    assertEquals(ExitStatus.DONE, resumed.status(), resumed.err());
    CommandRun used = CommandRun.of("classify", "--model", run, "The", "bird", "is", "blue");
    assertEquals(ExitStatus.DONE, used.status(), used.err());
    assertTrue(used.out().startsWith("cold "), used.out());
    Path lines = Files.writeString(folder.resolve("lines.txt"), "Our cat is red\n\nblue it is\n");
    CommandRun json = CommandRun.of("classify", "--model", run, lines, "--json");
    JsonObject result = JsonParser.parseString(json.out()).getAsJsonObject();
    JsonObject second = result.getAsJsonArray("results").get(1).getAsJsonObject();
    assertEquals("blue it is", second.get("input").getAsString());
    assertEquals("cold", second.get("label").getAsString());
    CommandRun unknown = CommandRun.of("classify", "--model", run, "xyzzy");
    assertTrue(unknown.err().contains("knows none of its words"), unknown.err());
    Path other =
        Files.writeString(folder.resolve("o.tsv"), "red sky\twarm\nblue sea\tcold\nnight\tdark\n");
    Path picture = folder.resolve("confusion.svg");
    CommandRun measured = CommandRun.of("evaluate", run, other, "--out", picture);
    assertEquals(ExitStatus.DONE, measured.status(), measured.err());
    assertTrue(measured.out().contains("2 of 3 texts right"), measured.out());
    assertTrue(measured.err().contains("never saw the class dark"), measured.err());
    assertTrue(measured.err().contains("No rule beside the network: 0 of"), measured.err());
    String some = String.join("\n", Files.readAllLines(folder.resolve("colors.csv")).subList(0, 7));
    Path part = Files.writeString(folder.resolve("part.csv"), some + "\nred sky,warm\n");
    CommandRun few = CommandRun.of("evaluate", run, part);
    assertTrue(few.err().contains("No rule beside the network"), few.out() + few.err());
    assertFalse(few.out().contains("bag of words"), few.out());
    CommandRun all =
        CommandRun.of("evaluate", run, part, "--training", folder.resolve("colors.csv"));
    assertTrue(all.out().contains("bag of words"), all.out() + all.err());
    assertTrue(Files.readString(picture).contains("Classes by what"));
    CommandRun again = CommandRun.of("evaluate", run, folder.resolve("colors.csv"), "--json");
    assertEquals(2, JsonParser.parseString(again.out()).getAsJsonObject().get("count").getAsInt());
  }

  /** Texts of two words of a topic. */
  private Path topics() throws Exception {
    StringBuilder text = new StringBuilder();
    for (String words : List.of("boat wave sail fish", "cow barn hay pig")) {
      for (String one : words.split(" ", -1)) {
        for (String other : words.split(" ", -1)) {
          text.append(one).append(" and ").append(other).append('\t');
          text.append(words.startsWith("boat") ? "sea\n" : "farm\n");
        }
      }
    }
    return Files.writeString(folder.resolve("topics.tsv"), text);
  }

  @Test
  void passagesAreToldByTheirWordsWhateverTheOrder() throws Exception {
    Path run = folder.resolve("passages");
    CommandRun trained =
        CommandRun.of("classify", "train", topics(), "--of", "passages", "--out", run);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    CommandRun used = CommandRun.of("classify", "--model", run, "hay", "for", "the", "pig");
    assertTrue(used.out().startsWith("farm "), used.out());
    CommandRun turned = CommandRun.of("classify", "--model", run, "pig", "the", "hay", "for");
    assertEquals(used.out(), turned.out());
    CommandRun unknown = CommandRun.of("classify", "--model", run, "xyzzy");
    assertTrue(unknown.err().contains("knows none of its words"), unknown.err());
    Path other = Files.writeString(folder.resolve("o.tsv"), "a fish\tsea\nthe barn\tfarm\n");
    CommandRun measured =
        CommandRun.of("evaluate", run, other, "--training", folder.resolve("topics.tsv"));
    assertTrue(measured.out().contains("2 of 2 passages right"), measured.out());
    assertTrue(measured.out().contains("bag of words"), measured.out());
  }

  @Test
  void theMoodOfASentenceFollowsTheOrderOfItsWords() {
    assertTrue(CommandRun.of("classify", "not terrible, it was good").out().startsWith("positive"));
    assertTrue(CommandRun.of("classify", "not good, it was terrible").out().startsWith("negative"));
  }

  /** Tunes that ship, some in three-four time and some in six-eight, in folders of their class. */
  private Path tunes() throws Exception {
    Path tunes = folder.resolve("tunes");
    for (String name :
        "threes/amazing-grace threes/lobe-den-herren threes/hyfrydol sixes/kesh-jig sixes/morrisons-jig sixes/out-on-the-ocean"
            .split(" ", -1)) {
      Path file = tunes.resolve(name + ".mid");
      Files.createDirectories(file.getParent());
      Files.copy(Path.of("corpora/melodies", file.getFileName().toString()), file);
    }
    return tunes;
  }

  @Test
  void tunesAndTheirBarsAreClassifiedByFolders() throws Exception {
    Path tunes = tunes();
    Files.writeString(tunes.resolve("sixes/broken.mid"), "no tune");
    Path run = folder.resolve("bars");
    CommandRun trained =
        CommandRun.of(
            "classify",
            "train",
            tunes,
            "--of",
            "bars",
            "--out",
            run,
            "--epochs",
            10,
            "--hidden",
            16,
            "--learning-rate",
            0.02);
    assertEquals(ExitStatus.LEFT_OUT, trained.status(), trained.err());
    assertTrue(trained.err().contains("broken.mid"), trained.err());
    assertTrue(trained.out().contains("by the nearest mean"), trained.out());
    CommandRun used =
        CommandRun.of("classify", "--model", run, "corpora/melodies/swallowtail-jig.mid");
    assertTrue(used.out().contains("swallowtail-jig.mid: bar 2"), used.out());
    Path whole = folder.resolve("whole");
    CommandRun tune =
        CommandRun.of(
            "classify", "train", tunes, "--out", whole, "--epochs", 2, "--hidden", 8, "--json");
    JsonObject result = JsonParser.parseString(tune.out()).getAsJsonObject();
    assertTrue(result.has("accuracy") && result.has("baseline"), tune.out());
    assertEquals(
        1,
        CommandRun.of("classify", "--model", whole, tunes.resolve("sixes/kesh-jig.mid"))
            .out()
            .lines()
            .count());
  }

  @Test
  void lettersOfInkHaveTheirNamesInIt() throws Exception {
    Path run = folder.resolve("letters");
    CommandRun trained =
        CommandRun.of(
            "classify",
            "train",
            "corpora/hands/print.json",
            "--of",
            "letters",
            "--out",
            run,
            "--epochs",
            2,
            "--hidden",
            16);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    assertTrue(trained.out().contains("held-out letters right"), trained.out());
  }

  @Test
  void whatCannotBeLearnedIsNamed() throws Exception {
    Path one = Files.writeString(folder.resolve("one.csv"), "text,label\na,x\nb,x\n");
    requireFailure("must have two classes or more", "classify", "train", one);
    Path single = Files.writeString(folder.resolve("s.csv"), "text,label\na,x\nb,y\n");
    requireFailure("must have two passages or more of a class", "classify", "train", single);
    Path none = Files.writeString(folder.resolve("none.csv"), "a,b,c\n1,2,3\n");
    requireFailure("must name the columns text and label", "classify", "train", none);
    Path files = Files.writeString(folder.resolve("files.csv"), "file,label\na.mid,x\n");
    requireFailure("must name the columns text and label", "evaluate", "moods", files);
    requireFailure(
        "lies in no folder of a class", "classify", "train", "corpora/melodies", "--of", "tunes");
    assertWrongUsage(
        "--of: of must be one of", "classify", "train", one, "--of", "x", "--out", folder);
    requireFailure("no such file", "classify", "train", folder.resolve("missing.csv"));
  }

  @Test
  void filesOfAnotherKindAreNamed() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");
    assertFails("must be a picture (PNG, JPEG, SVG) or ink", "classify", broken);
    assertFails("ends as pictures, ink or music do", "classify", broken, "--model", "moods");
    Path tune = Path.of("corpora/melodies/ode-to-joy.abc");
    assertFails("ends as pictures, ink or music do", "classify", tune);
    assertFails(
        "has no class that the model knows: its classes are .,",
        "evaluate",
        "moods",
        "corpora/texts/blind/tags.tsv");
  }

  @Test
  void wrongUsageIsNamed() throws Exception {
    assertWrongUsage("Missing INPUT", "classify");
    assertWrongUsage("Missing DATA", "classify", "train");
    assertWrongUsage("a text must have words but is empty", "classify", " ");
    assertWrongUsage("layers must be", "classify", "train", table(), "--layers", 4);
    requireFailure("which does not classify", "classify", "--model", folk(), "a");
  }

  @Test
  void aRunGoesOnWithWhatItBeganOnly() throws Exception {
    Path run = trained();
    CommandRun same = CommandRun.of("classify", "train", "--resume", "--of", "texts", "--out", run);
    assertEquals(ExitStatus.DONE, same.status(), same.err());
    assertWrongUsage(
        "others are asked for", "classify", "train", "--resume", "--of", "tunes", "--out", run);
    Path colors = folder.resolve("colors.csv");
    Files.writeString(colors, Files.readString(colors) + "a green sea,cold\n");
    CommandRun other = CommandRun.of("classify", "train", "--resume", "--out", run);
    assertEquals(ExitStatus.FAILED, other.status(), other.err());
    assertTrue(other.err().contains("holds other texts than when this run began"), other.err());
  }

  private static String folk() {
    return "src/main/resources/ductus/models/folk/model.safetensors";
  }

  @Test
  void theShippedModelSaysMoods() {
    CommandRun happy = CommandRun.of("classify", "I", "am", "so", "happy", "today");
    assertEquals(ExitStatus.DONE, happy.status(), happy.err());
    assertTrue(happy.out().startsWith("positive "), happy.out());
    assertTrue(
        CommandRun.of("classify", "This is terrible, I hate it.").out().startsWith("negative "));
  }

  private Path letter(String name, int... corners) throws Exception {
    BufferedImage image = new BufferedImage(160, 160, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 160, 160);
    graphics.setColor(Color.BLUE);
    graphics.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 0; i + 3 < corners.length; i += 2) {
      graphics.drawLine(corners[i], corners[i + 1], corners[i + 2], corners[i + 3]);
    }
    graphics.dispose();
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  @Test
  void theShippedModelReadsAPictureOfALetter() throws Exception {
    CommandRun l = CommandRun.of("classify", letter("l.png", 60, 30, 60, 120, 115, 120));
    assertEquals(ExitStatus.DONE, l.status(), l.err());
    assertTrue(l.out().startsWith("L "), l.out());
    Path zigzag = letter("z.png", 40, 40, 110, 40, 40, 120, 115, 120);
    CommandRun two = CommandRun.of("classify", zigzag, folder.resolve("l.png"), "--json");
    JsonObject first =
        JsonParser.parseString(two.out())
            .getAsJsonObject()
            .getAsJsonArray("results")
            .get(0)
            .getAsJsonObject();
    assertEquals("z or Z", first.get("label").getAsString());
    Path spiral =
        letter(
            "s.png", 80, 80, 95, 80, 95, 65, 65, 65, 65, 95, 110, 95, 110, 50, 50, 50, 50, 110, 125,
            110, 125, 35, 35, 35, 35, 125);
    CommandRun none = CommandRun.of("classify", spiral);
    assertTrue(none.out().startsWith("no letter "), none.out());
    assertTrue(none.err().contains("shows no letter or digit that the model knows"), none.err());
    assertFails("times as wide as high", "classify", letter("wide.png", 20, 80, 140, 84));
  }

  @Test
  void picturesAreRenderedFromInk() throws Exception {
    Path inks = Files.createDirectories(folder.resolve("inks"));
    for (String hand : "print note".split(" ", -1)) {
      Files.copy(Path.of("corpora/hands", hand + ".json"), inks.resolve(hand + ".json"));
    }
    Path run = folder.resolve("pictures");
    CommandRun trained =
        CommandRun.of(
            "classify",
            "train",
            inks,
            "--of",
            "pictures",
            "--out",
            run,
            "--epochs",
            1,
            "--hidden",
            8,
            "--layers",
            1);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    assertTrue(trained.out().contains("by the nearest mean"), trained.out());
    CommandRun used = CommandRun.of("classify", "--model", run, letter("l.png", 60, 30, 60, 120));
    assertEquals(ExitStatus.DONE, used.status(), used.err());
    requireFailure(
        "of a class, each in a file of its own",
        "classify",
        "train",
        inks.resolve("print.json"),
        "--of",
        "pictures");
  }

  private void requireFailure(String reason, Object... arguments) {
    Object[] all = arguments;
    if (arguments.length > 1 && arguments[1].equals("train")) {
      all = Arrays.copyOf(arguments, arguments.length + 2);
      all[arguments.length] = "--out";
      all[arguments.length + 1] = folder.resolve("failed");
    }
    assertFails(reason, all);
  }
}
