// Words of models: what checks find, why something is proposed, what a proof shows.
export const messages = {
  modelCheck: {
    repeatedId: {
      reason: 'Обозначение «{id}» занято дважды.',
      remedy: 'Дайте одному из двух другое обозначение или уберите повтор.',
    },
    unknownMetric: {
      reason: 'Метрики «{metric}» нет в каталоге.',
      remedy: 'Выберите метрику из каталога или сначала опишите свою.',
    },
    unknownParameter: {
      reason: 'У метрики «{metric}» нет параметра «{param}».',
      remedy: 'Уберите параметр или возьмите тот, что назван в описании метрики.',
    },
    tooManyIndicators: {
      reason: 'У должности «{name}» показателей {count}, а можно не больше {most}: общие считаются тоже.',
      remedy:
        'Оставьте {most}: {over, plural, one {уберите # показатель} few {уберите # показателя} many {уберите # показателей} other {уберите # показателя}} или отдайте другой должности.',
    },
    unknownReference: {
      reason: '«{name}» ссылается на то, чего в модели нет: {field} — «{got}».',
      remedy: 'Исправьте ссылку или добавьте то, на что она указывает.',
    },
    unknownPlace: {
      reason:
        'Такого места нет: {field, select, body {орган} unit {подразделение} service {услуга} journey {клиентский путь} other {{field}}} «{got}».',
      remedy: 'Выберите место из списка: возможно, его переименовали; или добавьте его в организацию.',
    },
    linkToNothing: {
      reason: 'Связь ведёт в никуда: показателя «{missing}» в модели нет.',
      remedy: 'Уберите связь или верните показатель.',
    },
    repeatedLink: {
      reason: 'Связь «{upper}» и «{lower}» записана дважды.',
      remedy: 'Оставьте одну.',
    },
    linkCycle: {
      reason: 'Связи идут по кругу: {way}.',
      remedy: 'Разорвите круг: уберите одну из этих связей, чтобы сверху оказался один показатель.',
    },
    linkMisfit: {
      reason:
        'Связь «{upper}» и «{lower}» такой не бывает ({kind, select, sumOfParts {сумма частей} weightedParts {взвешенные части} budget {бюджет} shared {общий} driver {влияние} pooled {пересчёт} other {{kind}}}): {why, select, otherMetric {это разные метрики, а связь бывает только у одной} otherUnit {части считаются в других единицах, чем целое} doesNotAdd {такие значения не складываются} other {бюджет дают времени или количеству}}.',
      remedy:
        'Возьмите связь {instead, select, sumOfParts {«сумма частей»} weightedParts {«взвешенные части»} shared {«общий»} pooled {«пересчёт»: она честно говорит, что части не складываются} other {«влияние»: её проверят на фактах}}.',
    },
    outsideLevels: {
      reason:
        'Метрику «{metric}» на этом уровне не считают: здесь {level, select, body {орган} unit {подразделение} journey {путь} touchpoint {точка} position {должность} other {{level}}}.',
      remedy:
        'Поднимите показатель на один из её уровней ({levels}) или возьмите метрику, которая на этом уровне есть.',
    },
    otherClients: {
      reason:
        'Метрика «{metric}» не о таких клиентах: {status, select, citizen {граждане} organisation {организации} internal {внутренние} other {{status}}}.',
      remedy: 'Уберите статус клиента у показателя или возьмите метрику об этих клиентах.',
    },
    budgetAboveTarget: {
      reason:
        'Бюджеты «{name}» вместе больше цели: {sum, number, ::.##}{reserved, select, none {} other { и запас {reserve, number, ::.##}}} при цели {target, number, ::.##}.',
      remedy: 'Уменьшите бюджеты или запас, либо договоритесь о большей цели.',
    },
    noGoals: {
      reason: 'В модели нет ни одной стратегической цели.',
      remedy: 'Запишите цель и документ, из которого она взята: к ней ведут все показатели.',
    },
    noWayToGoal: {
      reason: 'От «{name}» нет пути вверх к стратегической цели.',
      remedy: 'Свяжите его с показателем выше или с целью, либо уберите.',
    },
    overlappingTouchpoints: {
      reason: 'Путь «{journey}»: «{value}» отдано сразу двум точкам — «{other}» и «{name}».',
      remedy: 'Оставьте значение за одной точкой, иначе время посчитают дважды.',
    },
    budgetWithoutTarget: {
      reason: 'У «{name}» есть бюджеты, а цели нет.',
      remedy: 'Поставьте цель: бюджеты складываются в неё.',
    },
    budgetMissing: {
      reason: 'Связь «{upper}» и «{lower}» — бюджет, но сколько дано, не сказано.',
      remedy: 'Впишите бюджет в единицах верхнего показателя.',
    },
    kpiUncovered: {
      reason:
        'У КПЭ {kpi, select, informing {«информирование»} effort {«усилия»} speed {«скорость»} resolution {«решение вопроса»} culture {«культура»} other {{kpi}}} нет {group, select, objective {объективного показателя: что было} other {субъективного показателя: что говорят клиенты}}.',
      remedy: 'Добавьте хотя бы один: пара показывает, когда слова расходятся с делами.',
    },
    goalReachesNobody: {
      reason: 'Цель «{name}» ни до кого не дошла: за неё не отвечает ни одна должность.',
      remedy: 'Найдите под ней показатель, на который чья-то работа влияет, и назначьте ответственного.',
    },
    positionHoldsNothing: {
      reason: 'У должности «{name}» нет показателей.',
      remedy: 'Дайте ей общий показатель и хотя бы один, на который она влияет, или уберите её из модели.',
    },
    noSharedIndicator: {
      reason: 'У должности «{name}» нет общего сквозного показателя.',
      remedy: 'Добавьте ей сквозной показатель пути: все участники держат его вместе.',
    },
    noCounter: {
      reason: 'У метрики «{metric}» нет в модели встречной.',
      remedy: 'Добавьте хотя бы для наблюдения одну из встречных: {counters}.',
    },
    alike: {
      reason: '«{name}» и «{other}» — одно и то же: та же метрика в том же месте.',
      remedy: 'Уберите один из двух или уточните место.',
    },
    clientsUncovered: {
      reason:
        '{why, select, none {Не сказано, о каких клиентах модель.} unheard {Ни один показатель не слышит этих клиентов: {status, select, citizen {граждане} organisation {организации} internal {внутренние} other {{status}}}.} journey {Путь «{from}» ведёт и тех, кого в модели нет: {status, select, citizen {граждане} organisation {организации} internal {внутренние} other {{status}}}.} other {За услугой «{from}» приходят и те, кого в модели нет: {status, select, citizen {граждане} organisation {организации} internal {внутренние} other {{status}}}.}}',
      remedy: 'Отметьте их статус в модели и добавьте показатели, которые о них говорят.',
    },
    valueUnserved: {
      reason: 'Ценности «{name}» не служит ни один показатель.',
      remedy: 'Отметьте её у подходящего показателя или добавьте такой.',
    },
    targetMissing: {
      reason: 'У «{name}» нет цели.',
      remedy: 'Предложите цель от его базового значения или переведите показатель в наблюдаемые.',
    },
    targetNotAgreed: {
      reason: 'Цель «{name}» ещё не согласована.',
      remedy: 'Договоритесь о ней с тем, кто отвечает: нужны обе стороны.',
    },
    baselineUnknown: {
      reason: 'У «{name}» нет базового значения.',
      remedy: 'Возьмите значение своего прошлого: год или квартал до начала.',
    },
    staleLimit: {
      reason: 'Известное ограничение «{name}» закончилось {to}, а на него ещё ссылаются.',
      remedy: 'Снимите ограничение у показателей или продлите его, если оно остаётся.',
    },
    positionWithoutFacts: {
      reason: 'Должность «{name}»: не сказано, на чьих фактах считать её показатели.',
      remedy:
        'Укажите {needs, select, unit {её подразделение} touchpoint {точки, где она работает} journey {клиентский путь} body {орган} other {её служащих или точки, где она работает}}.',
    },
    positionAbsent: {
      reason:
        'Должность «{name}»: в фактах нет {count, plural, one {этого обозначения} few {этих обозначений} many {этих обозначений} other {этих обозначений}}: {missing}.',
      remedy: 'Исправьте обозначения по журналу или загрузите факты, где они есть.',
    },
    cannotInfluence: {
      reason: '«{name}»: в фактах никто с должности «{position}» не работает в точке «{touchpoint}».',
      remedy: 'Возьмите точку, где её люди работают, или другой показатель: отвечать можно за то, на что влияешь.',
    },
    notMeasurable: {
      reason:
        '«{name}» сейчас не посчитать: {state, select, tooFew {слишком мало случаев} unmeasured {в источниках нет нужных полей} other {в фактах нет ни одного случая}}.',
      remedy:
        '{state, select, tooFew {Возьмите квартал или место пошире.} unmeasured {Загрузите источник с этими полями или возьмите другую метрику.} other {Проверьте место показателя или загрузите факты.}}',
    },
    thinCoverage: {
      reason: '«{name}» стоит на {coverage}\u00a0% случаев: у остальных не хватает данных.',
      remedy: 'Дополните данные или назовите это в паспорте как ограничение.',
    },
    noise: {
      reason:
        'При {n, number} {n, plural, one {случае} few {случаях} many {случаях} other {случаях}} {by, select, month {в месяц} quarter {в квартал} other {в год}} «{name}» гуляет сам по себе на ±{chance, number, ::.##}{unit, select, percent {\u00a0пункта} other {}}, а важно изменение от {matters, number, ::.##}.',
      remedy:
        '{wider, select, none {Ни год, ни место пошире не помогут: возьмите другой показатель или наблюдайте его без цели.} other {Возьмите {wider, select, month {месяц} quarter {квартал} other {год}}{place, select, same {} other { и место пошире: {placeName}}}: там случаев {widerN, number}, разброс ±{widerChance, number, ::.##}.}}',
    },
    longName: {
      reason: 'Название «{name}» длинное: знаков {length}, а видно {most}.',
      remedy: 'Сократите до {most} знаков: остальное скажет пояснение.',
    },
    hardWording: {
      reason:
        '«{name}» трудно прочесть: {fault, select, officialese {канцелярское «{found}»} manySentences {предложений {found}, а запоминается одно-два} longSentence {в предложении слов {found}, а легко читается до {most}} other {слова длинные, в среднем {found} буквы}}.',
      remedy: 'Скажите одним коротким предложением, как сказали бы клиенту.',
    },
  },
  'model.notModel': {
    reason:
      'Это не модель: {found, select, list {список пуст} json {файл не читается как JSON} other {нет ни показателей, ни состава модели}}.',
    remedy: 'Возьмите файл, выгруженный из Лучше, или краткую запись: model, clients, body, watch, positions.',
  },
  'model.shape': {
    reason: 'Запись не подходит. {question}',
    remedy: 'Исправьте это место по образцу: выгрузите любую модель и сравните.',
  },
};
