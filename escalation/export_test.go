package escalation

// Places returns the hand-over that each place of a rota holds. Two of them are the same
// value if nothing has taken the place in between, since each that is kept is a new one.
func (r *Rota) Places() (places [rotaRoom]any) {
	for i := range r.kept {
		places[i] = r.kept[i].Load()
	}
	return places
}
