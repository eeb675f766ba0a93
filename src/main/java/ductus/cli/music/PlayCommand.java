package ductus.cli.music;

import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.SoundFontOption;
import ductus.cli.pipe.Piped;
import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoMap;
import ductus.music.audio.Player;
import ductus.music.audio.Player.NoAudioDeviceException;
import ductus.music.audio.SoundBank;
import ductus.task.music.report.ScoreReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ductus play FILE}: sound through the machine's audio device. */
@Piped(in = "FILE", out = false)
@Command(
    name = "play",
    description = {"Plays a MIDI, ABC or WAV file; Ctrl-C stops.", ""})
public final class PlayCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "FILE", description = "A MIDI, ABC or WAV file; - is standard input.")
  private Path file;

  @Mixin private SoundFontOption soundFont = new SoundFontOption();

  @Override
  public Integer call()
      throws BadFileException, IOException, InterruptedException, NoAudioDeviceException {
    boolean wav = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".wav");
    if (wav && soundFont.isGiven()) {
      throw common.wrongUsage(
          "--soundfont goes with MIDI, ABC and MusicXML files, and " + file + " is none");
    }
    try {
      if (wav) {
        requireFile();
        Player.requireDevice();
        common.console().say("Playing " + file + "; Ctrl-C stops");
        Player.playWav(file);
      } else {
        play(ScoreFile.read(file, common.console()::say), soundFont.bank());
      }
    } catch (NoAudioDeviceException e) {
      throw new NoAudioDeviceException(
          wav
              ? "there is no audio device to play on; take " + file + " to a machine that has one"
              : String.valueOf(e.getMessage()).replace("FILE", file.toString()),
          e);
    }
    common.console().printJson(Map.of("played", file.toString()));
    return ExitStatus.DONE;
  }

  private void requireFile() throws BadFileException {
    if (!Files.isRegularFile(file)) {
      throw new BadFileException(file, Files.exists(file) ? "is not a file" : "no such file");
    }
  }

  private void play(Score score, SoundBank bank)
      throws NoAudioDeviceException, InterruptedException {
    Player.requireDevice();
    long end = score.notes().stream().mapToLong(Note::end).max().orElse(0);
    common
        .console()
        .say(
            "Playing "
                + ScoreReport.title(file, score)
                + ", "
                + NumberText.seconds(new TempoMap(score).seconds(end))
                + "; Ctrl-C stops");
    Player.play(score, bank);
  }
}
