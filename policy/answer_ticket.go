package policy

// AppendTicketAnswer answers a ticket of the agreement, as of its AsOf or else of
// its last event, and appends the answer to b as one JSON object, as
// [Policy.AppendAnswer] has it. The ticket's Customer, Readings and Attributes are
// not looked at: they were needed to make the Policy. With an error b is returned
// as it was: an [ErrTicket] if the ticket is nil or names another agreement, an [ErrEvents]
// if it has no event, or the error of [Policy.Events] or [Policy.Evaluate].
func (p *Policy) AppendTicketAnswer(b []byte, t *Ticket) ([]byte, error) {
	if err := p.checkName(t); err != nil {
		return b, err
	}
	events, err := p.Events(t)
	if err != nil {
		return b, err
	}
	asOf, ok := t.Instant()
	if !ok {
		return b, noEvents()
	}
	a, err := p.Evaluate(events, asOf.Time)
	if err != nil {
		return b, err
	}
	return p.AppendAnswer(b, t.ID, asOf, &a), nil
}

// checkName says if a ticket names another agreement.
func (p *Policy) checkName(t *Ticket) error {
	switch {
	case p == nil || p.agreement.Scale == nil:
		return errUnmade()
	case t == nil:
		return errNoTicket()
	}
	if t.Agreement != p.agreement.Name {
		return &PlaceError{Kind: ErrTicket, Place: "agreement", Value: t.Agreement, Why: "is not this agreement, " + p.agreement.Name}
	}
	return nil
}
