/**
 * Attentions that look at all vectors of a context at once, and weigh each by how well it fits the
 * hidden state: by a small network (Bahdanau et al. 2015), or by a product (Luong et al. 2015).
 *
 * <p>Legend, beside that of {@code nn}: C size of the context's vectors, U positions of the context
 * (steps of an encoder), A size of a question, q.
 */
@org.jspecify.annotations.NullMarked
package ductus.nn.attention.content;
