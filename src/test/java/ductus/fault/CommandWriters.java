package ductus.fault;

import ductus.cli.CommandRun;
import ductus.cli.TinyDemo;
import ductus.cli.setting.SettingsFile;
import ductus.run.TinyRuns;
import ductus.task.handwriting.adaptation.OwnLines;
import ductus.task.music.piece.FilledCache;
import ductus.task.music.request.MusicTrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Commands that make something, each of which a user gives again as it was. */
final class CommandWriters {
  private static final String TUNE = " corpora/melodies/bobby-shafto.mid ";

  /** The property with which a launcher says where it is. */
  private static final String HOME = "ductus.home";

  private CommandWriters() {}

  static List<CrashedWriter> all() {
    return List.of(
        CrashedWriter.again(
            "generate", "generate folk --bars 4 --count 2 --seed 3 --quiet --out WORK/tunes"),
        CrashedWriter.again(
            "write", "write Hello --seed 3 --quiet --to svg,pdf,json --out WORK/page"),
        CrashedWriter.again("export", "export" + TUNE + "--to musicxml --out WORK/tune.musicxml"),
        CrashedWriter.again(
            "text", "text generate prose --length 40 --seed 3 --quiet --out WORK/said.txt"),
        CrashedWriter.again(
                "wav", CommandWriters::blip, "export GIVEN/blip.abc --to wav --out WORK/blip.wav")
            .seldom(2),
        CrashedWriter.again("harmonise", "harmonise" + TUNE + "--quiet --out WORK/chords")
            .seldom(0),
        CrashedWriter.again("humanise", "humanise" + TUNE + "--seed 1 --quiet --out WORK/played")
            .seldom(0),
        CrashedWriter.again("jam", "jam folk --from" + TUNE + "--to WORK/b.mid --seed 3 --quiet")
            .seldom(0),
        CrashedWriter.again("surprise", "surprise folk" + TUNE + "--quiet --out WORK/surprise.csv")
            .seldom(0),
        CrashedWriter.again(
            "translate", "translate lessons WORK/pairs.tsv --count 40 --seed 1 --quiet"),
        CrashedWriter.again(
                "draw", CommandWriters::letter, "draw GIVEN/letter.png --quiet --out WORK/a.svg")
            .seldom(0),
        CrashedWriter.again(
                "recognise",
                CommandWriters::page,
                "recognise GIVEN/hello.page.json --to pdf --quiet --out WORK/read.pdf")
            .seldom(0),
        CrashedWriter.again(
                "inspect",
                CommandWriters::page,
                "inspect GIVEN/hello.page.json --quiet --out WORK/sheet.svg")
            .seldom(0),
        CrashedWriter.again(
                "transcribe",
                CommandWriters::heard,
                "transcribe GIVEN/blip.wav --quiet --out WORK/heard.mid")
            .seldom(0),
        CrashedWriter.again(
                "regenerate",
                CommandWriters::made,
                "regenerate GIVEN/made.json --quiet --out WORK/again")
            .seldom(0),
        CrashedWriter.again(
                "series",
                CommandWriters::forecaster,
                "series forecast GIVEN/forecaster GIVEN/wave.csv --steps 4 --seed 1 --quiet --out"
                    + " WORK/next")
            .seldom(0),
        CrashedWriter.again(
                "evaluate",
                CommandWriters::untrained,
                "evaluate GIVEN/untrained.safetensors GIVEN/tunes --samples 2 --quiet --out"
                    + " WORK/report")
            .seldom(0),
        CrashedWriter.again("share", "share WORK/share").seldom(0),
        CrashedWriter.again(
                "merge",
                CommandWriters::guests,
                "write Hi{name} --merge GIVEN/guests.csv --to svg --seed 3 --quiet --out"
                    + " WORK/letters")
            .seldom(0),
        CrashedWriter.again(
                "vary",
                CommandWriters::wishes,
                "generate folk --vary GIVEN/wishes.csv --bars 4 --seed 3 --quiet --out WORK/tunes")
            .seldom(0),
        CrashedWriter.again(
                "adapt",
                CommandWriters::reader,
                "reader adapt GIVEN/mine.json --model GIVEN/reader --quiet --threads 1 --out"
                    + " WORK/mine")
            .ifNamed(),
        CrashedWriter.again(
                "enroll",
                work -> naming(work),
                "reader enroll GIVEN/hands --model WORK/naming --written-by hands --quiet")
            .seldom(0),
        new CrashedWriter(
                "demo",
                CommandWriters::tunes,
                work -> tour(work, "demo"),
                CommandWriters::anotherTour)
            // Provenance names the folder; a tour that ended early has a model of its own.
            .differingIn(".*/model/.*|.*\\.json")
            .ifNamed(),
        new CrashedWriter(
            "config",
            work -> setting(work, "write.slant", "3"),
            work -> setting(work, "write.hand", "italic"),
            work -> setting(work, "write.hand", "italic")),
        new CrashedWriter(
            "config-unset",
            work -> setting(work, "write.slant", "3") + setting(work, "write.hand", "italic"),
            CommandWriters::unset,
            CommandWriters::unset),
        new CrashedWriter("cache", CrashedWriter.NONE, FilledCache::of, FilledCache::of)
            .ifThereIsRoom());
  }

  private static String tunes(Path work) throws IOException {
    TinyRuns.corpus(home(work).resolve("corpora/melodies"), 4);
    return "";
  }

  /** Where a launcher might be that ships with a few melodies. */
  private static Path home(Path work) {
    return CrashedWriter.given(work, "home");
  }

  /** A tour that has begun is not gone on with: another one goes elsewhere. */
  private static String anotherTour(Path work) throws Exception {
    String complaint = tour(work, "demo");
    return complaint.contains("holds a demo already") ? tour(work, "other") : complaint;
  }

  private static String tour(Path work, String folder) throws Exception {
    String before = System.getProperty(HOME);
    System.setProperty(HOME, home(work).toString());
    try {
      CommandRun run =
          TinyDemo.of(
              "--seed", 1, "--threads", 1, "--quiet", "--out", work.resolve(folder).toString());
      return run.status() == 0 ? "" : run.err().strip();
    } finally {
      if (before == null) {
        System.clearProperty(HOME);
      } else {
        System.setProperty(HOME, before);
      }
    }
  }

  private static String setting(Path work, String key, String value) throws Exception {
    new SettingsFile(work.resolve("config")).set(key, value);
    return "";
  }

  private static String unset(Path work) throws Exception {
    new SettingsFile(work.resolve("config")).unset("write.hand");
    return "";
  }

  private static String guests(Path work) throws IOException {
    Files.writeString(CrashedWriter.given(work, "guests.csv"), "name\nAnna\nBen\n");
    return "";
  }

  private static String wishes(Path work) throws IOException {
    Files.writeString(CrashedWriter.given(work, "wishes.csv"), "--tempo\n90\n120\n");
    return "";
  }

  /** A tiny reader, and lines that it is taught. */
  private static String reader(Path work) throws Exception {
    Path lines = CrashedWriter.given(work, "mine.json");
    if (!Files.exists(lines)) {
      OwnLines.write(lines, OwnLines.lines(4));
    }
    return given(work, "reader", TrainingWriters.READER + "GIVEN/reader");
  }

  /** A tiny network that names hands, which enrolling changes. */
  private static String naming(Path work) throws Exception {
    Path hands = Files.createDirectories(CrashedWriter.given(work, "hands"));
    for (String hand : List.of("letter.json", "note.json")) {
      Files.copy(
          Path.of("corpora/hands", hand), hands.resolve(hand), StandardCopyOption.REPLACE_EXISTING);
    }
    return given(work, "naming", TrainingWriters.NAMING + "GIVEN/naming")
        + copied(CrashedWriter.given(work, "naming"), work.resolve("naming"));
  }

  private static String copied(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (String file : List.of("model.safetensors", "enrolled.safetensors")) {
      Files.copy(from.resolve(file), to.resolve(file));
    }
    return "";
  }

  private static String given(Path work, String name, String command) throws Exception {
    return Files.exists(CrashedWriter.given(work, name))
        ? ""
        : CrashedWriter.command(command).in(work);
  }

  /** A tune of one short note. */
  private static String blip(Path work) throws IOException {
    Files.writeString(
        CrashedWriter.given(work, "blip.abc"), "X:1\nM:4/4\nL:1/32\nQ:1/4=240\nK:C\nC|\n");
    return "";
  }

  private static String heard(Path work) throws Exception {
    blip(work);
    return given(work, "blip.wav", "export GIVEN/blip.abc --to wav --out GIVEN/blip.wav");
  }

  private static String letter(Path work) throws Exception {
    return given(work, "letter.png", "write a --seed 3 --quiet --to png --out GIVEN/letter.png");
  }

  private static String page(Path work) throws Exception {
    return given(
        work,
        "hello.page.json",
        "write Hello --seed 3 --quiet --to json --out GIVEN/hello.page.json");
  }

  private static String made(Path work) throws Exception {
    return given(work, "made.mid", "generate folk --bars 4 --seed 3 --quiet --out GIVEN/made.mid");
  }

  private static String forecaster(Path work) throws Exception {
    TrainingWriters.wave(work);
    return given(
        work,
        "forecaster",
        "series train GIVEN/wave.csv --hidden 8 --epochs 1 --window 16 --batch 16 --quiet --out"
            + " GIVEN/forecaster");
  }

  private static String untrained(Path work) throws IOException {
    Path model = CrashedWriter.given(work, "untrained.safetensors");
    if (!Files.exists(model)) {
      TinyRuns.model(model, MusicTrainingConfig.Keys.OWN, 1);
      TinyRuns.corpus(CrashedWriter.given(work, "tunes"), 4);
    }
    return "";
  }
}
