package severity

// A Fact is a question about a problem, with the answers that a [Classifier] tells apart.
// The zero Fact is invalid: it has no name and no answers, and [NewClassifier] refuses
// it.
type Fact struct {
	Name    string   // the name in [Facts]: "environment"
	Asks    string   // the question in words
	Answers []Answer // at least two
}

// An Answer is one answer to the question that a [Fact] asks. The zero Answer is invalid:
// it has no name, and [NewClassifier] refuses it.
type Answer struct {
	Name  string // the name in [Facts]: "production"
	Means string // what the answer means, in words
}

// Facts are what is known about a problem: the name of each known fact, with the name of
// its answer. Names are written exactly as in [Fact]. A fact that is not known is left
// out. The zero Facts say that nothing is known.
type Facts map[string]string

// names returns the names of the answers.
func (f Fact) names() []string {
	all := make([]string, len(f.Answers))
	for i, a := range f.Answers {
		all[i] = a.Name
	}
	return all
}

// answer returns the place of an answer, -1 if f has none of that name.
func (f Fact) answer(name string) int {
	for i, a := range f.Answers {
		if a.Name == name {
			return i
		}
	}
	return -1
}
