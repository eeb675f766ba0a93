package ductus.fault;

import ductus.provenance.OutputNames;
import ductus.run.TinyRuns;
import ductus.studio.StudioVisit;
import ductus.studio.StudioVisit.Wish;
import ductus.studio.bin.Bin;
import ductus.studio.bin.BinEntry;
import ductus.studio.bin.BinKind;
import ductus.studio.phone.PhonePictures;
import ductus.task.music.request.MusicTrainingConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** What the studio writes when somebody asks for it; the same is asked for again afterwards. */
final class StudioWriters {
  private static final String DRAW =
      "{'character':'%s','examples':[[[[1,0],[1,1,0.5],[1.5,0.9],[1.7,0]]]]}";
  private static final String BIN = "(.*/)?bin/.*";

  private StudioWriters() {}

  static List<CrashedWriter> all() {
    return List.of(
        new CrashedWriter(
                "bin",
                StudioWriters::files,
                StudioWriters::throwAwayAndBack,
                StudioWriters::allBack)
            .differingIn(BIN),
        studio(
            "shelf",
            StudioWriters::tunes,
            wish("library/keep", "{'stem':'.studio/drafts/folk-0001'}"),
            wish("library/rename", "{'stem':'evening','name':'morning'}"),
            wish("library/tags", "{'stem':'morning','tags':['calm']}"),
            wish("library/delete", "{'stem':'morning'}"),
            wish("bin/restore", "{'number':1}")),
        studio(
                "drafts",
                StudioWriters::tunes,
                wish(
                    "compose/edit",
                    "{'parent':'evening.mid','notes':[{'voice':0,'pitch':72,'velocity':80,'onset':0,"
                        + "'duration':480}]}"),
                wish("write/bind", "{'pages':['letter.page.json'],'to':'pdf'}"))
            // It names its parent by where that lies.
            .differingIn(BIN + "|.*-edited-.*json"),
        studio(
            "drawn",
            CrashedWriter.NONE,
            wish("hand/draw", DRAW.formatted("a")),
            wish("hand/draw", DRAW.formatted("b")),
            wish("hand/clear", "{}"),
            wish("hand/restore", "{}")),
        studio(
            "corpora",
            CrashedWriter.NONE,
            added("one.abc", "X:1\nK:C\nC|\n"),
            added("deep/two.abc", "X:2\nK:C\nD|\n"),
            wish("corpora/delete", "{'corpus':'own/songs','piece':'deep/two.abc'}"),
            wish("bin/restore", "{'number':1}")),
        studio(
                "readings",
                CrashedWriter.NONE,
                wish("read/drawn", "{'strokes':[[[1,1,0],[1,0,0.1]]]}"),
                wish("read/correct", "{'id':'0001','line':0,'word':0,'text':'l'}"),
                wish("read/teach", "{'id':'0001','line':0}"))
            // It says when it was read.
            .differingIn(BIN + "|.*reading\\.json")
            .seldom(0),
        new CrashedWriter("phone", CrashedWriter.NONE, PhonePictures::take, PhonePictures::take)
            .seldom(0),
        new CrashedWriter(
                "models", CrashedWriter.NONE, StudioWriters::bringIn, StudioWriters::bringIn)
            .differingIn(".studio/imports/.*")
            .seldom(2));
  }

  private static CrashedWriter studio(String name, CrashedWriter.Step before, Wish... wishes) {
    List<Wish> asked = Arrays.asList(wishes);
    List<Wish> again = new ArrayList<>(asked);
    // What was half thrown away lies there twice.
    again.add(wish("bin/restore", "{'number':2}"));
    return new CrashedWriter(
            name,
            before,
            work -> StudioVisit.of(work, asked, false),
            work -> StudioVisit.of(work, again, true))
        .differingIn(BIN)
        .seldom(2);
  }

  private static Wish wish(String path, String json) {
    return new Wish("/api/" + path, json.replace('\'', '"'));
  }

  private static Wish added(String path, String content) {
    return wish(
        "corpora/add",
        "{'corpus':'songs','path':'%s','content':'%s'}"
            .formatted(path, base64(content.getBytes(StandardCharsets.UTF_8))));
  }

  private static String base64(byte[] content) {
    return Base64.getEncoder().encodeToString(content);
  }

  /** A draft and a tune, and a letter. */
  private static String tunes(Path work) throws Exception {
    Files.createDirectories(work.resolve(".studio/drafts"));
    StudioVisit.tune(work, "evening");
    StudioVisit.tune(work.resolve(".studio/drafts"), "folk-0001");
    return CrashedWriter.command("write Hello --seed 3 --quiet --to svg,json --out WORK/letter.svg")
        .in(work);
  }

  /** Brings a model in, in two parts. */
  private static String bringIn(Path work) throws Exception {
    Path given = CrashedWriter.given(work, "model.safetensors");
    if (!Files.exists(given)) {
      TinyRuns.model(given, MusicTrainingConfig.Keys.OWN, 1);
    }
    byte[] model = Files.readAllBytes(given);
    int half = model.length / 2;
    String part = "{'name':'mine','offset':%d,'content':'%s','last':%b}";
    return StudioVisit.of(
        work,
        List.of(
            wish("train/import", part.formatted(0, base64(Arrays.copyOf(model, half)), false)),
            wish(
                "train/import",
                part.formatted(half, base64(Arrays.copyOfRange(model, half, model.length)), true))),
        false);
  }

  private static Bin bin(Path work) {
    return new Bin(work, work.resolve("bin"));
  }

  private static String files(Path work) throws IOException {
    for (String ending : OutputNames.TUNE_ENDINGS) {
      Files.writeString(work.resolve("tune" + ending), "whole " + ending);
    }
    return "";
  }

  /** A tune goes into the bin and comes back, twice. */
  private static String throwAwayAndBack(Path work) throws IOException {
    for (int i = 0; i < 2; i++) {
      BinEntry entry =
          bin(work).throwAway(BinKind.PIECE, work.resolve("tune"), OutputNames.TUNE_ENDINGS);
      bin(work).restore(entry.number());
    }
    return "";
  }

  private static String allBack(Path work) throws IOException {
    for (BinEntry entry : bin(work).entries()) {
      bin(work).restore(entry.number());
    }
    return "";
  }
}
