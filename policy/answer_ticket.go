package policy

// Answer answers a ticket of the agreement and appends the answer to b as JSON;
// see [Policy.AppendAnswer]. The ticket's Customer and Readings are not looked
// at: they were needed to make the Policy. The error is an [ErrTicket] if the
// ticket names another agreement, or that of [Policy.Events] or [Policy.Evaluate].
func (p *Policy) Answer(b []byte, t *Ticket) ([]byte, error) {
	if t.Agreement != p.agreement.Name {
		return b, &PlaceError{ErrTicket, "agreement", t.Agreement, "is not this agreement, " + p.agreement.Name}
	}
	events, err := p.Events(t)
	if err != nil {
		return b, err
	}
	asOf, ok := t.Instant()
	if !ok {
		return b, bad(-1, "", "", "a ticket has at least the event reported")
	}
	a, err := p.Evaluate(events, asOf.Time)
	if err != nil {
		return b, err
	}
	return p.AppendAnswer(b, t.ID, asOf.Text, &a), nil
}
