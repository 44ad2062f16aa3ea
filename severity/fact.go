package severity

// A Fact is a question about a problem, with the answers that a [Classifier]
// tells apart. The zero Fact has no name and no answers, which [NewClassifier]
// refuses.
type Fact struct {
	Name    string   // "environment": what it is called in [Facts]
	Asks    string   // the question in words
	Answers []Answer // at least two
}

// An Answer is one answer to the question that a [Fact] asks. The zero Answer has
// no name, which [NewClassifier] refuses.
type Answer struct {
	Name  string // "production": what is written in [Facts]
	Means string // what it says in words
}

// Facts are what is known about a problem: answers by the names of the facts.
// A fact that is not known is left out. Names are written exactly as in [Fact].
// By the zero Facts nothing is known.
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
