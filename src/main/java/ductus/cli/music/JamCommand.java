package ductus.cli.music;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.StopSignal;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.SamplingOptions;
import ductus.cli.option.SeedOption;
import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.music.Instruments;
import ductus.music.Score;
import ductus.provenance.NewNames;
import ductus.provenance.OutputNames;
import ductus.run.ThreadCount;
import ductus.task.music.jam.AnswerSound;
import ductus.task.music.jam.Jam;
import ductus.task.music.jam.JamPartner;
import ductus.task.music.jam.JamSession;
import ductus.task.music.jam.MidiPorts;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.sampled.AudioSystem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus jam MODEL}: a partner that answers. */
@Command(
    name = "jam",
    description = {
      "Listens to a MIDI port and answers each phrase in its tempo; Ctrl-C ends.",
      "",
      "A phrase ends with silence. The session is kept as a MIDI file. Without a port, --from and"
          + " --to play between two files.",
      ""
    },
    footer = {
      "",
      "Example: ductus jam folk --from mine.mid --to session.mid",
      "         ductus jam folk --in-port keys --out-port iac"
    })
public final class JamCommand implements Callable<Integer> {
  private static final String ENDING = ".mid";

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..1",
      description = "A model that ships (folk), a model file, or a training run's folder.")
  private String model = "";

  @Option(
      names = {"--in-port", "--port"},
      paramLabel = "NAME",
      description =
          "MIDI port to listen to, or a part of its name that no other one has; the first one.")
  private @Nullable String port;

  @Option(
      names = "--out-port",
      paramLabel = "NAME",
      description =
          "MIDI port to play answers to, likewise; the instrument that is listened to, or else"
              + " Java's synthesizer.")
  private @Nullable String outPort;

  @Option(names = "--list-ports", description = "Says which MIDI ports there are.")
  private boolean listPorts;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "A MIDI, ABC or MusicXML file to answer.")
  private @Nullable Path from;

  @Option(
      names = "--to",
      paramLabel = "FILE.mid",
      description = "Where the session goes; a new name under generated/.")
  private @Nullable Path to;

  @Option(
      names = "--silence",
      paramLabel = "BEATS",
      description = "Quarter notes of silence that end a phrase; ${DEFAULT-VALUE}.")
  private double silence = 2;

  @Option(
      names = "--instrument",
      paramLabel = "NAME",
      description = "Of the answers: General MIDI name; vibraphone.")
  private String instrument = "vibraphone";

  @Mixin private SamplingOptions sampling = new SamplingOptions();
  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private CommonOptions common = new CommonOptions();

  /** The machine's clock. */
  private static final class Clock implements Jam.Time {
    @Override
    public long getAsLong() {
      return System.nanoTime() / 1000;
    }

    @Override
    public void pause(long microseconds) throws InterruptedException {
      TimeUnit.MICROSECONDS.sleep(microseconds);
    }
  }

  @Override
  public Integer call() throws BadFileException, IOException, InterruptedException {
    MidiPorts ports = MidiPorts::ofMachine;
    if (listPorts) {
      PortList.of(ports).tell(common.console());
      return ExitStatus.DONE;
    }
    if (model.isEmpty()) {
      throw common.wrongUsage("Missing MODEL: who is to answer?");
    }
    if (!(silence > 0 && silence <= 64)) {
      throw common.wrongUsage("--silence must be above 0 and at most 64 but was " + silence);
    }
    if (from != null && (port != null || outPort != null)) {
      throw common.wrongUsage(
          "--from and --%s-port cannot go together".formatted(port != null ? "in" : "out"));
    }
    if (from != null && to == null) {
      throw common.wrongUsage("--from needs --to FILE.mid");
    }
    try (NewNames names = NewNames.of(null, "jam", List.of(ENDING))) {
      Path file = to != null ? to : OutputNames.path(names.next(), ENDING);
      if (!file.toString().endsWith(ENDING)) {
        throw common.wrongUsage("--to must end in .mid but was " + file);
      }
      Optional<Score> score = from == null ? Optional.empty() : Optional.of(ScoreFile.read(from));
      if (score.isEmpty()) {
        ports.input(port == null ? "" : port);
        if (outPort != null) {
          ports.output(outPort);
        }
      }
      common.console().noticeOfKernels(KernelChoice.best());
      return play(MusicModels.open(model), score, ports, file);
    }
  }

  private <T> int play(MusicModel<T> opened, Optional<Score> score, MidiPorts ports, Path file)
      throws IOException, InterruptedException {
    Console console = common.console();
    int program = Instruments.program(instrument);
    long drawnBy = seed.orFresh();
    console.say("Seed " + drawnBy);
    JamSession session;
    try (StopSignal stop = new StopSignal();
        Workers workers =
            new Workers(ThreadCount.of(opened.file().network().config(), 1, common.threads()))) {
      JamPartner<T> partner =
          new JamPartner<>(
              opened, workers, sampling.sampling(opened.kind().sampling()), drawnBy, program);
      Jam jam = new Jam(partner, file, silence, console::say);
      session =
          score.isPresent() ? jam.withScore(score.get(), stop::isGiven) : live(jam, ports, stop);
    }
    if (session.turns() > 0) {
      console.print(session.file().toString());
    } else {
      console.say("Nothing was played");
    }
    console.printJson(new JamAnswer(session.file(), session.turns(), drawnBy));
    return ExitStatus.DONE;
  }

  private JamSession live(Jam jam, MidiPorts ports, StopSignal stop)
      throws IOException, InterruptedException {
    Clock clock = new Clock();
    String name = port == null ? "" : port;
    try (MidiDevice sound = sound(ports, ports.input(name).getDeviceInfo().getName())) {
      if (sound == null) {
        common.console().say("There is nothing to hear answers with; they go into the file");
        return jam.live(ports, name, clock, (answer, tempo) -> {}, stop::isGiven);
      }
      sound.open();
      AnswerSound listener = new AnswerSound(sound.getReceiver(), clock, stop::isGiven);
      return jam.live(ports, name, clock, listener, stop::isGiven);
    } catch (MidiUnavailableException busy) {
      throw new IOException("the MIDI output cannot be opened; is another program using it?", busy);
    }
  }

  /**
   * The port that is asked for; else the instrument itself if one can play to it, else Java's
   * synthesizer.
   */
  private @Nullable MidiDevice sound(MidiPorts ports, String name)
      throws MidiUnavailableException, IOException {
    if (outPort != null) {
      return ports.output(outPort);
    }
    for (MidiDevice device : ports.devices()) {
      if (device.getMaxReceivers() != 0 && device.getDeviceInfo().getName().equals(name)) {
        return device;
      }
    }
    if (AudioSystem.getMixerInfo().length == 0) {
      return null;
    }
    return MidiSystem.getSynthesizer();
  }

  /** What programs are told. */
  private record JamAnswer(Path session, int turns, long seed) {}
}
