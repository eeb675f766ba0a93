package ductus.task.handwriting.page;

import ductus.file.BadFileException;
import ductus.file.Home;
import ductus.format.NearestName;
import ductus.provenance.Provenance.UsedModel;
import ductus.task.handwriting.adaptation.AddedHands;
import ductus.task.handwriting.adaptation.HandSample;
import ductus.task.handwriting.synthesis.HandModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A model as the user named it.
 *
 * @param model name, or absolute path
 * @param hands folder of the hands that the user added, absolute; empty where it does not matter
 */
public record ModelReference(String model, String hands) {
  /** A model to which no hands can be added: one that writes freely. */
  public static ModelReference free(String model) {
    return new ModelReference(model, "");
  }

  /** The model that something was written with. */
  public static ModelReference of(UsedModel used) {
    String hands = used.hands() == null ? "" : used.hands();
    return new ModelReference(
        used.name(), hands.isEmpty() ? hands : Home.hands(Path.of(hands)).toString());
  }

  /**
   * Returns the model to write in some hands with: this one, but where it is the usual one that
   * ships and another that ships has them, that one.
   *
   * @param wanted hands, known or added
   * @throws IllegalArgumentException if nobody knows one of them, or no model all of them
   */
  public ModelReference holding(Set<String> wanted) throws BadFileException, IOException {
    if (!model.equals(HandModel.SHIPPED) || wanted.isEmpty()) {
      return this;
    }
    List<String> known = new ArrayList<>();
    for (String shipped : HandModel.ALL_SHIPPED) {
      HandModel opened = HandModel.open(shipped);
      if (holds(opened, wanted)) {
        return new ModelReference(shipped, hands);
      }
      known.addAll(opened.network().config().styleNames());
    }
    known.addAll(new AddedHands(Path.of(hands)).names());
    for (String hand : wanted) {
      requireKnown(hand, known);
    }
    if (wanted.size() > 1) {
      throw new IllegalArgumentException(
          "a mix must be of hands that one model has learned, but %s are of several"
              .formatted(String.join(", ", new TreeSet<>(wanted))));
    }
    // Only another model has learned it, which opening it says.
    return this;
  }

  private static void requireKnown(String hand, List<String> known) {
    if (!known.contains(hand)) {
      throw new IllegalArgumentException(
          "hand must be one of %s but was %s%s"
              .formatted(String.join(", ", known), hand, NearestName.question(hand, known)));
    }
  }

  /**
   * Returns the model that is to learn a hand: this one, but for lines in the place of the usual
   * one the one that learned lines of people.
   */
  public ModelReference learning(HandSample sample) {
    return model.equals(HandModel.SHIPPED) && !sample.lines().isEmpty()
        ? new ModelReference(HandModel.OF_PEOPLE, hands)
        : this;
  }

  /**
   * Whether what it writes is checked where nobody says anything: a network that learned hands of
   * people slips as they do, and more often.
   */
  public boolean isUsuallyChecked() {
    return model.equals(HandModel.OF_PEOPLE);
  }

  private boolean holds(HandModel opened, Set<String> wanted) throws BadFileException, IOException {
    List<String> known = opened.network().config().styleNames();
    AddedHands added = new AddedHands(Path.of(hands));
    for (String hand : wanted) {
      if (!known.contains(hand) && !added.isLearnedBy(opened, hand)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Opens it for a request.
   *
   * @throws BadFileException if it cannot do what is requested
   */
  HandModel open(WritingRequest request) throws BadFileException, IOException {
    return request.isScribble() ? openFree() : open(request.style().weights().keySet());
  }

  /**
   * Opens it to scribble.
   *
   * @throws BadFileException if it writes texts only
   */
  public HandModel openFree() throws BadFileException, IOException {
    HandModel opened = HandModel.open(model);
    if (opened.network().config().window() != null) {
      throw new BadFileException(
          Path.of(model),
          "a network that writes texts: to scribble, it takes one of 'hand train --free'");
    }
    return opened;
  }

  /**
   * Opens it to write texts.
   *
   * @param wanted hands that are to be in it, known or added
   * @throws BadFileException if it cannot write, or a hand was learned by another model
   */
  public HandModel open(Set<String> wanted) throws BadFileException, IOException {
    HandModel opened = HandModel.open(model);
    if (opened.network().config().window() == null) {
      throw new BadFileException(
          Path.of(model), "a network that scribbles freely: it cannot write a text");
    }
    AddedHands added = new AddedHands(Path.of(hands));
    List<String> known = opened.network().config().styleNames();
    List<String> more = wanted.stream().filter(hand -> !known.contains(hand)).toList();
    List<String> all = Stream.concat(known.stream(), added.names().stream()).toList();
    for (String hand : more) {
      requireKnown(hand, all);
    }
    if (more.size() > 1) {
      throw new IllegalArgumentException(
          "a mix must have at most one hand that was added but had " + String.join(", ", more));
    }
    return more.isEmpty() ? opened : added.addTo(opened, more.get(0));
  }
}
