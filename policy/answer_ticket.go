package policy

// AnswerTicket answers a ticket of the agreement as of its AsOf, or else of its last event,
// and returns that instant too; see [Ticket.Instant]. It ignores the ticket's Customer,
// Readings and Attributes, which were needed to make the Policy. The error is an
// [ErrTicket] if the ticket is nil or names another agreement, an [ErrEvents] if it has no
// event, or that of [Policy.Events] or [Policy.Evaluate].
func (p *Policy) AnswerTicket(t *Ticket) (Answer, Stamp, error) {
	if err := p.checkName(t); err != nil {
		return Answer{}, Stamp{}, err
	}
	events, err := p.Events(t)
	if err != nil {
		return Answer{}, Stamp{}, err
	}
	asOf, ok := t.Instant()
	if !ok {
		return Answer{}, Stamp{}, noEvents()
	}
	a, err := p.Evaluate(events, asOf.Time)
	if err != nil {
		return Answer{}, Stamp{}, err
	}
	return a, asOf, nil
}

// AppendTicketAnswer appends the answer of [Policy.AnswerTicket] to b as one JSON object,
// as [Policy.AppendAnswer] writes it. On error, that of AnswerTicket, it returns b
// unchanged.
func (p *Policy) AppendTicketAnswer(b []byte, t *Ticket) ([]byte, error) {
	a, asOf, err := p.AnswerTicket(t)
	if err != nil {
		return b, err
	}
	return p.AppendAnswer(b, t.ID, asOf, &a), nil
}

// checkName says what is wrong if p is unmade, or if a ticket is nil or names another
// agreement.
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
