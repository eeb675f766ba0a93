package ductus.fuzz;

import ductus.corpus.shard.CorpusManifest;
import ductus.file.BadFileException;
import ductus.file.CsvRows;
import ductus.file.TensorFile;
import ductus.ink.hand.HandFile;
import ductus.ink.page.PageJson;
import ductus.ink.path.PathData;
import ductus.ink.path.PathSyntaxException;
import ductus.ink.plotter.board.PlotJob;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkSamples;
import ductus.ink.read.LineFont;
import ductus.ink.read.UjiReader;
import ductus.ink.scan.PhotoFile;
import ductus.lab.Assignments;
import ductus.music.abc.AbcReader;
import ductus.music.audio.SoundBank;
import ductus.music.audio.TinySoundFont;
import ductus.music.frames.FrameSets;
import ductus.music.harmony.ChordProgression;
import ductus.music.hearing.WavBytes;
import ductus.music.hearing.WavFile;
import ductus.music.midi.MidiReader;
import ductus.music.musicstring.PrimerText;
import ductus.music.musicxml.MusicXml;
import ductus.music.musicxml.read.MusicXmlReader;
import ductus.run.RunControl;
import ductus.run.RunMetrics;
import ductus.series.SeriesFile;
import ductus.task.classification.FileTable;
import ductus.task.registry.Regenerators;
import ductus.task.registry.Tasks;
import ductus.task.tagging.TaggedFile;
import ductus.task.translation.PairFile;
import ductus.text.TextFile;
import ductus.text.TextTable;
import ductus.text.TextTemplate;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.ejml.data.FMatrixRMaj;

/** All that reads a file of a user, or text that a user types. */
final class FuzzTargets {
  private static final Path TUNES = Path.of("corpora/melodies");

  private FuzzTargets() {}

  static List<FuzzTarget> all() throws BadFileException, IOException {
    List<FuzzTarget> all = new ArrayList<>(music());
    all.addAll(ink());
    all.addAll(tables());
    all.addAll(program());
    return all;
  }

  private static List<FuzzTarget> music() throws BadFileException, IOException {
    byte[] midi = Files.readAllBytes(TUNES.resolve("bobby-shafto.mid"));
    byte[] xml = MusicXml.file(PrimerText.parse("KGmaj C5q D5i. Rh Eb6w"), "A tune");
    return List.of(
        file("midi", "a.mid", MidiReader::read, midi),
        file("abc", "a.abc", AbcReader::read, text(ABC), text(ABC_VOICES)),
        file("musicxml", "a.musicxml", MusicXmlReader::read, xml),
        file("mxl", "a.mxl", MusicXmlReader::read, zip(xml)),
        file("frames", "a.json", FrameSets::read, text(FRAMES)),
        typed("jfugue", PrimerText::parse, "T[Allegro] I[Piano] KDmaj C5q D5i. Rh Eb6w G4q."),
        typed("chords", ChordProgression::parse, "C Am7 | F/A G7 | Bbmaj7"),
        file("wav", "a.wav", FuzzTargets::sound, WavBytes.of(new float[300], 8000)),
        file("soundfont", "a.sf2", SoundBank::read, TinySoundFont.bytes()));
  }

  private static void sound(Path file) throws BadFileException, IOException {
    try (WavFile wav = WavFile.open(file)) {
      wav.read();
    }
  }

  private static List<FuzzTarget> ink() throws IOException {
    return List.of(
        file("inkml", "a.inkml", InkFile::read, sample("line.inkml"), sample("views.inkml")),
        file("iam", "a.xml", InkFile::read, sample("iam/lineStrokes/a01/a01-000/a01-000u-02.xml")),
        file("unipen", "a.dat", InkFile::read, sample("digits.unipen")),
        file("xournal", "a.xopp", InkFile::read, sample("page.xoj.xml"), packed("page.xoj.xml")),
        file("svg", "a.svg", InkFile::read, sample("drawing.svg")),
        file("svg font", "a.svg", LineFont::read, sample("font.svg")),
        file("uji", "a.txt", UjiReader::read, sample("uji.unipen")),
        file("omniglot", "0685_07.txt", InkFile::read, sample("character03/0685_07.txt")),
        file("quick draw", "a.ndjson", InkFile::read, sample("two.ndjson")),
        file("ink", "a.json", InkFile::read, sample("own.json")),
        file("page", "a.json", PageJson::read, sample("page.json")),
        file("hand", "a.json", HandFile::read, sample("hand.json")),
        file("photo", "a.png", path -> PhotoFile.read(path, Files.readAllBytes(path)), photo()),
        new FuzzTarget(
            "path data",
            "a.txt",
            List.of(text("M0 0L1-1.5e1C1,2 3 4 5 6zm1 1h3v-2a1 1 0 0 1 2 2q1 1 2 2t3 3s1 1 2 2")),
            file -> PathData.strokes(words(file), 0.01),
            PathSyntaxException.class));
  }

  private static byte[] photo() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(9, 7, BufferedImage.TYPE_BYTE_INDEXED), "png", bytes);
    return bytes.toByteArray();
  }

  private static List<FuzzTarget> tables() {
    String rows = "visitors,\"rain, mm\"\n12,0.5\n13,1e1\n";
    return List.of(
        file("series", "a.csv", SeriesFile::read, text(rows + "15,\n-16.5,2\n".repeat(9))),
        file("text table", "a.csv", TextTable::read, text("text,label\n\"a \"\"b\"\"\",good\n")),
        file("file table", "a.csv", FileTable::read, text("file,label\na.mid,reel\nb.mid,jig\n")),
        file("rows", "a.csv", FuzzTargets::rows, text("name,street\n\"Anna, B.\",\"1\nRoad\"\n")),
        file("tags", "a.tsv", TaggedFile::read, text("the\tDET\ndog\tNOUN\n\na\tDET\ncat\tNOUN\n")),
        file("pairs", "a.tsv", PairFile::read, text("one\teins\ntwo\tzwei\n")),
        file("text", "a.txt", TextFile::read, text("The quick brown fox.\r\nÄ, ö — “ß”.\n")),
        typed("template", TextTemplate::parse, "Dear {name},\n{{no}} field {street}"));
  }

  private static void rows(Path file) throws BadFileException, IOException {
    try (CsvRows rows = CsvRows.open(file)) {
      while (rows.next().isPresent()) {
        rows.header();
      }
    }
  }

  private static List<FuzzTarget> program() throws IOException {
    Regenerators regenerators = new Regenerators("test", 1);
    return List.of(
        file("safetensors", "a.safetensors", TensorFile::read, tensors()),
        file("provenance", "a.json", regenerators::open, golden("music"), golden("handwriting")),
        file("configuration", "config.json", Tasks::of, text("{\"task\": \"music\"}")),
        file(
            "metrics",
            "metrics.csv",
            file -> RunMetrics.read(Objects.requireNonNull(file.getParent())),
            text("epoch,updates,a,b,c,d,e\n1,20,0.5,0.6,0.001,1.5,3\n")),
        file(
            "control",
            "control",
            file -> RunControl.of(Objects.requireNonNull(file.getParent())).wish(),
            text("pause\n")),
        file(
            "lab",
            "a.json",
            Assignments::read,
            text("{\"runs\": [{\"examination\": \"temperature\"}]}")),
        file("plot", "a.gcode", PlotJob::read, text("G21\nG90\nG0 X1 Y2\nM3 S90\nG1 X3 F900\n")),
        file(
            "manifest",
            CorpusManifest.FILE,
            file -> CorpusManifest.read(Objects.requireNonNull(file.getParent())),
            text(MANIFEST)));
  }

  private static byte[] tensors() throws IOException {
    Path file = Files.createTempFile("tensors", ".safetensors");
    TensorFile tensors = new TensorFile();
    tensors.metadata().put("ductus", "{\"format\": 1}");
    tensors.matrices().put("a.weight", new FMatrixRMaj(3, 4));
    tensors.write(file);
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }

  private static FuzzTarget file(
      String name, String file, FuzzTarget.Reader reader, byte[]... seeds) {
    return new FuzzTarget(name, file, Stream.of(seeds).toList(), reader, BadFileException.class);
  }

  /** A reader of words that somebody types. */
  private static FuzzTarget typed(String name, Consumer<String> parser, String seed) {
    return new FuzzTarget(
        name,
        "a.txt",
        List.of(text(seed)),
        file -> parser.accept(words(file)),
        IllegalArgumentException.class);
  }

  private static String words(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sample(String name) throws IOException {
    return Files.readAllBytes(InkSamples.path(name));
  }

  private static byte[] packed(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(sample(name));
    }
    return bytes.toByteArray();
  }

  private static byte[] golden(String kind) throws IOException {
    try (InputStream file = Regenerators.class.getResourceAsStream(kind + ".json")) {
      return Objects.requireNonNull(file, kind).readAllBytes();
    }
  }

  private static byte[] zip(byte[] score) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("META-INF/container.xml"));
      zip.write(
          text("<container><rootfiles><rootfile full-path=\"a.xml\"/></rootfiles></container>"));
      zip.putNextEntry(new ZipEntry("a.xml"));
      zip.write(score);
    }
    return bytes.toByteArray();
  }

  private static final String ABC =
      """
      X:1
      T:A tune
      M:6/8
      L:1/8
      Q:3/8=100
      K:Edor
      |:B2E {c}G>AB|[1 (3Bcd "Am"A2 z:|[2 [EGB]3-|[EGB]3 !trill!^f/2=g/4_a|]
      w:la la * la
      """;

  private static final String ABC_VOICES =
      """
      X:2
      T:Two
      M:C|
      L:1/4
      V:1 clef=treble
      V:2 clef=bass
      K:Bb
      [V:1] BcdB|e4|
      [V:2] B,2F,2|[M:3/4]G,3|
      s:*
      I:linebreak !
      """;

  private static final String FRAMES =
      "{\"train\": [[[60, 64], [], [62]]], \"valid\": [[[21]]], \"test\": [[[108]]],"
          + " \"steps_per_quarter\": 1}";

  private static final String MANIFEST =
      """
      {"format": 2, "encoding": "melody", "encodingVersion": 1, "folder": "tunes", "program": "1",
       "counts": {"files": 2, "pieces": 1, "duplicates": 1, "leftOut": 0, "tokens": 9},
       "digest": "ab", "shards": [{"name": "a", "rows": 1, "bytes": 9, "sha256": "cd"}]}
      """;
}
