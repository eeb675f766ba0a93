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
import ductus.task.music.jam.MidiPorts;
import ductus.task.music.report.ScoreReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sound.midi.MidiDevice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus play FILE}: sound through the machine's audio device. */
@Piped(in = "FILE", out = false)
@Command(
    name = "play",
    description = {
      "Plays a MIDI, ABC or WAV file; Ctrl-C stops.",
      "",
      "With --out-port a synthesizer or a DAW plays it, which listens to that MIDI port.",
      ""
    })
public final class PlayCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A MIDI, ABC or WAV file; - is standard input.")
  private @Nullable Path file;

  @Option(
      names = "--out-port",
      paramLabel = "NAME",
      description = "Plays to a MIDI port: its name, or a part that no other one has.")
  private @Nullable String outPort;

  @Option(names = "--list-ports", description = "Says which MIDI ports there are.")
  private boolean listPorts;

  @Mixin private SoundFontOption soundFont = new SoundFontOption();

  @Override
  public Integer call()
      throws BadFileException, IOException, InterruptedException, NoAudioDeviceException {
    MidiPorts ports = MidiPorts::ofMachine;
    if (listPorts) {
      PortList.of(ports).tell(common.console());
      return ExitStatus.DONE;
    }
    if (file == null) {
      throw common.wrongUsage("Missing FILE: what is to be played?");
    }
    boolean wav = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".wav");
    if (wav && (soundFont.isGiven() || outPort != null)) {
      throw common.wrongUsage(
          "%s goes with MIDI, ABC and MusicXML files, and %s is none"
              .formatted(outPort != null ? "--out-port" : "--soundfont", file));
    }
    if (outPort != null && soundFont.isGiven()) {
      throw common.wrongUsage("--soundfont and --out-port cannot go together");
    }
    return outPort == null ? sound(file, wav) : port(file, ports.output(outPort));
  }

  private int port(Path played, MidiDevice port)
      throws BadFileException, IOException, InterruptedException {
    Score score = ScoreFile.read(played, common.console()::say);
    String name = port.getDeviceInfo().getName();
    announce(played, score, " at the port " + name);
    Player.play(score, port);
    common.console().printJson(new PortAnswer(played, name));
    return ExitStatus.DONE;
  }

  private int sound(Path played, boolean wav)
      throws BadFileException, IOException, InterruptedException, NoAudioDeviceException {
    try {
      if (wav) {
        requireFile(played);
        Player.requireDevice();
        common.console().say("Playing " + played + "; Ctrl-C stops");
        Player.playWav(played);
      } else {
        Score score = ScoreFile.read(played, common.console()::say);
        SoundBank bank = soundFont.bank();
        Player.requireDevice();
        announce(played, score, "");
        Player.play(score, bank);
      }
    } catch (NoAudioDeviceException e) {
      throw new NoAudioDeviceException(
          wav
              ? "there is no audio device to play on; take " + played + " to a machine that has one"
              : String.valueOf(e.getMessage()).replace("FILE", played.toString()),
          e);
    }
    common.console().printJson(Map.of("played", played.toString()));
    return ExitStatus.DONE;
  }

  private static void requireFile(Path file) throws BadFileException {
    if (!Files.isRegularFile(file)) {
      throw new BadFileException(
          file, Files.exists(file) ? "is a folder where a file must be" : "no such file");
    }
  }

  private void announce(Path played, Score score, String where) {
    long end = score.notes().stream().mapToLong(Note::end).max().orElse(0);
    common
        .console()
        .say(
            "Playing "
                + ScoreReport.title(played, score)
                + ", "
                + NumberText.seconds(new TempoMap(score).seconds(end))
                + where
                + "; Ctrl-C stops");
  }

  /** What programs are told. */
  private record PortAnswer(Path played, String port) {}
}
