package ductus.task.transcription;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.math.Elementary;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.ModelKind;
import ductus.model.place.FoundModel;
import ductus.model.signal.SignalBatch;
import ductus.model.signal.SignalConfig;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.music.hearing.AudioAnalysis;
import ductus.music.hearing.SoundFrames;
import ductus.music.hearing.notes.HeardNote;
import ductus.music.hearing.notes.KeyView;
import ductus.music.hearing.notes.NotePicking;
import ductus.music.hearing.notes.NoteTargets;
import ductus.nn.Tape;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/** A listener that hears notes by a network: all keys side by side, some seconds at a time. */
public final class NoteTranscriber {
  /** Name of the encoding of its models. */
  public static final String ENCODING = "hearing";

  /** Version of how a key sees a sound, and of what is said of it. */
  public static final int VERSION = 1;

  /** Name of the network that ships. */
  public static final String SHIPPED = "listener";

  private static final ModelKind<SignalConfig, SignalNetwork> KIND = SignalNetwork.kind(ENCODING);

  /** Frames that are decided at a time. */
  private static final int PORTION = 8 * AudioAnalysis.FRAMES_A_SECOND;

  /** Frames before and behind a portion that are listened to as well. */
  private static final int AROUND = AudioAnalysis.FRAMES_A_SECOND;

  private final SignalNetwork network;
  private final Tape tape;

  /** A listener by a network of this encoding. */
  public NoteTranscriber(SignalNetwork network, Kernels kernels, Workers workers) {
    this.network = network;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /**
   * Finds a model.
   *
   * @param nameOrPath the shipped name, a model file, or a run's folder
   */
  public static FoundModel find(String nameOrPath) throws BadFileException, IOException {
    return FoundModel.find(nameOrPath, List.of(SHIPPED));
  }

  /** Opens a model that was found. */
  public static ModelFile<SignalConfig, SignalNetwork> open(FoundModel found)
      throws BadFileException {
    ModelFile<SignalConfig, SignalNetwork> file = found.open(KIND);
    SignalConfig network = file.header().network();
    return file.requireFitting(
        found.path(),
        VERSION,
        network.inputs() == KeyView.SIZE && network.outputs() == KeyExample.OUTPUTS);
  }

  /**
   * Finds the notes of a sound.
   *
   * @param threshold as {@link NotePicking} takes it
   * @param progress told of the frames that are done
   */
  public List<HeardNote> notes(SoundFrames frames, double threshold, ReadingListener progress) {
    NotePicking picking = new NotePicking(threshold);
    for (int from = 0; from < frames.count(); from += PORTION) {
      int count = Math.min(PORTION, frames.count() - from);
      float[] said = probabilities(frames, from, count);
      for (int t = 0; t < count; t++) {
        picking.take(said, t, frames);
      }
      progress.progress(from + count, frames.count());
    }
    return picking.notes();
  }

  /**
   * Computes how near beginnings are, and what sounds.
   *
   * @return [T×N], as {@link NoteTargets} has them
   */
  private float[] probabilities(SoundFrames frames, int from, int count) {
    int steps = count + 2 * AROUND;
    KeyView view = new KeyView(frames, from - AROUND, steps, new float[0]);
    SignalBatch batch =
        new SignalBatch(
            IntStream.range(0, AudioAnalysis.KEYS)
                .mapToObj(key -> SignalSequence.of(steps, view.of(key), KeyExample.OUTPUTS))
                .toList());
    network.begin(batch, network.initialState(batch.size()), tape);
    FMatrixRMaj logits = network.outputs(batch, tape);
    float[] said = new float[count * NoteTargets.COLUMNS];
    for (int t = 0; t < count; t++) {
      for (int key = 0; key < AudioAnalysis.KEYS; key++) {
        int at = ((t + AROUND) * AudioAnalysis.KEYS + key) * logits.numCols;
        int to = t * NoteTargets.COLUMNS + key;
        said[to] = (float) Elementary.sigmoid(logits.data[at]);
        said[to + AudioAnalysis.KEYS] = (float) Elementary.sigmoid(logits.data[at + 1]);
      }
    }
    return said;
  }
}
