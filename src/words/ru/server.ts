export const messages = {
  'input.notJson': {
    reason: 'Тело запроса не читается как JSON.',
    remedy: 'Пришлите один объект JSON в кодировке UTF-8.',
  },
  'input.notDeclaredJson': {
    reason: 'Запрос без заголовка Content-Type: application/json не принимается.',
    remedy: 'Добавьте заголовок: он же не даёт чужим сайтам действовать от вашего имени.',
  },
  'input.tooLarge': {
    reason: 'Запрос слишком велик.',
    remedy: 'Файлы передаются через PUT /api/uploads.',
  },
  'request.foreign': {
    reason: 'Запрос пришёл с чужого адреса {got}.',
    remedy:
      'Откройте приложение по адресу, который оно назвало при запуске; ещё одно имя сервера разрешает --allow-host.',
  },
  'page.unknown': {
    reason: 'Страницы {got} нет.',
    remedy: 'Начните с главной страницы; адреса API перечислены в /api/openapi.json.',
  },
  'upload.tooLarge': {
    reason: 'Файл больше разрешённого: {limit, number} байт.',
    remedy: 'Поднимите предел в настройках или загрузите файл командой luchshe import.',
  },
  'data.inUse': {
    reason: 'Папка данных {folder} занята другим процессом (номер {pid}, с {since}).',
    remedy:
      'Дождитесь его конца или остановите его; если это сервер, он ещё не готов: повторите через несколько секунд.',
  },
  'server.failed': {
    reason: 'В программе ошибка.',
    remedy: 'Подробности в файле server.log папки данных; пришлите их нам.',
  },
  'server.closing': {
    reason: 'Сервер останавливается.',
    remedy: 'Повторите, когда он снова запустится.',
  },
  'server.gone': {
    reason: 'Сервер пропал, не ответив.',
    remedy: 'Посмотрите, работает ли он, и повторите: незаконченное действие ничего не меняет.',
  },
  'server.portTaken': {
    reason: 'Порт {port} занят.',
    remedy: 'Возьмите другой: luchshe start --port N.',
  },
  'server.portForbidden': {
    reason: 'Порт {port} этому пользователю не разрешён.',
    remedy: 'Возьмите порт больше 1023: luchshe start --port N.',
  },
  'server.hostUnknown': {
    reason: 'У этой машины нет адреса {host}.',
    remedy: 'Назовите адрес этой машины или 127.0.0.1.',
  },
  'server.running': {
    reason: 'Сервер папки {folder} уже работает: {url}.',
    remedy: 'Откройте этот адрес или остановите тот сервер.',
  },
};
